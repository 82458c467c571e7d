package io.contactpulse.simulator;

/**
 * The states that can be made to outlast their limit, longest limit first. The limits are where the shipped alert rules
 * begin to warn; nothing that is not planted comes near them.
 */
enum BreachKind {
    LUNCH("CUSTOM", 45 * 60, 40 * 60, 0),
    TALK("ON_CONTACT", 15 * 60, 14 * 60, 8),
    AFTER_CONTACT_WORK("ACW", 180, 165, 30),
    HOLD("ON_HOLD", 120, 110, 30),
    RINGING("RINGING", 20, 15, 0),
    ERROR("ERROR", 15, 10, 0);

    private final String state;
    private final int limit;
    private final int ordinaryLimit;
    private final int leadIn;

    BreachKind(String state, int limit, int ordinaryLimit, int leadIn) {
        this.state = state;
        this.limit = limit;
        this.ordinaryLimit = ordinaryLimit;
        this.leadIn = leadIn;
    }

    String state() {
        return state;
    }

    int limit() {
        return limit;
    }

    /** The longest such a state lasts when it is not meant to breach. */
    int ordinaryLimit() {
        return ordinaryLimit;
    }

    /** Seconds an agent needs to get into the state. */
    int leadIn() {
        return leadIn;
    }

    boolean isOfContact() {
        return this != LUNCH && this != ERROR;
    }
}
