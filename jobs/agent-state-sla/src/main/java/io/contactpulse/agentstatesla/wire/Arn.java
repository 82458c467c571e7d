package io.contactpulse.agentstatesla.wire;

/** Amazon resource names, as far as ids need them. */
final class Arn {
    private Arn() {}

    /** The id of the thing named; a text without a slash is its own id. */
    static String lastSegment(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
