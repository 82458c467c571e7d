package io.contactpulse.jobruntime.decode;

import io.contactpulse.schema.DeadLetterReason;

/** This record will never be readable, however often it is tried. The explanation is for people and never quotes content. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;
    private final String explanation;

    public Unreadable(DeadLetterReason reason, String explanation) {
        // Poison comes in floods, and where it was noticed is of no use to anybody: no stack trace.
        super(explanation, null, false, false);
        this.reason = reason;
        this.explanation = explanation;
    }

    /** The required field is absent or null. */
    public static Unreadable missing(String field) {
        return new Unreadable(
                DeadLetterReason.MISSING_KEY_FIELD, "the required field " + field + " is missing or null");
    }

    /** The required field is there, but is not what it must be. */
    public static Unreadable invalid(String field, String expected) {
        return new Unreadable(
                DeadLetterReason.INVALID_KEY_FIELD, "the required field " + field + " is not " + expected);
    }

    public DeadLetterReason reason() {
        return reason;
    }

    public String explanation() {
        return explanation;
    }
}
