package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.FailureCode;

/** One thing that went wrong, and what proves it. */
final class Failure {
    private final FailureCode code;
    private final String evidence;

    Failure(FailureCode code, String evidence) {
        this.code = code;
        this.evidence = evidence;
    }

    FailureCode code() {
        return code;
    }

    String evidence() {
        return evidence;
    }
}
