package io.contactpulse.launcher.replay;

/**
 * A stream that a job reads.
 *
 * @param format how its records are ordered
 */
record ReplayStream(PositionFormat<?> format, Need need) {

    /** Whether a recording must be given. */
    enum Need {
        REQUIRED,
        OPTIONAL
    }

    static ReplayStream required(PositionFormat<?> format) {
        return new ReplayStream(format, Need.REQUIRED);
    }

    static ReplayStream optional(PositionFormat<?> format) {
        return new ReplayStream(format, Need.OPTIONAL);
    }
}
