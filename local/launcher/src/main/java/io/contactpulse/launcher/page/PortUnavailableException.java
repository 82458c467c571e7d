package io.contactpulse.launcher.page;

/** The page cannot be served at the chosen port; the message says what to change. */
public final class PortUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    PortUnavailableException(int port, Throwable cause) {
        super("port " + port + " is not free: end the program that listens there or choose another with --port", cause);
    }
}
