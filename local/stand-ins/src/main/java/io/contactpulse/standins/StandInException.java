package io.contactpulse.standins;

/** A stand-in cannot start or stop; the message says what to change. */
public final class StandInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StandInException(String message) {
        super(message);
    }

    StandInException(String message, Throwable cause) {
        super(message, cause);
    }
}
