package io.contactpulse.launcher.page;

/** A request that is no command; the message says to the person at the page what is wrong with it. */
final class RefusedCommand extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedCommand(int status, String message) {
        super(message);
        this.status = status;
    }

    /** The HTTP status to answer with. */
    int status() {
        return status;
    }
}
