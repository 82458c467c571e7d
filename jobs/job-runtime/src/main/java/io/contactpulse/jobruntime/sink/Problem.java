package io.contactpulse.jobruntime.sink;

import io.contactpulse.schema.DeadLetterReason;

/** Why a target refuses a row or a message for good, however often it is sent. */
final class Problem {
    private final DeadLetterReason reason;
    private final String message;

    private Problem(DeadLetterReason reason, String message) {
        this.reason = reason;
        this.message = message;
    }

    static Problem of(DeadLetterReason reason, String message) {
        return new Problem(reason, message);
    }

    DeadLetterReason reason() {
        return reason;
    }

    /** In words, for a person; never with a value of the row. */
    String message() {
        return message;
    }

    @Override
    public String toString() {
        return reason + ": " + message;
    }
}
