package io.contactpulse.launcher.demo;

/** The demo cannot go on; the message is for the person who started it. */
final class DemoFailure extends Exception {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The innermost cause in words: everything around it is Flink telling how it found out. */
    static String rootCause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
