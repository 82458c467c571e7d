package io.contactpulse.launcher;

/** Why a message was held back, as it is counted for people: all incidents are one reason. */
public final class HeldBackReason {
    private static final String PART_OF_INCIDENT = "part of incident ";

    private HeldBackReason() {}

    public static String kindOf(String reason) {
        return reason.startsWith(PART_OF_INCIDENT) ? "part of an incident" : reason;
    }
}
