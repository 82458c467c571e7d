package io.contactpulse.simulator;

/** The two schema versions of agent events that are on the wire. */
enum WireVersion {
    /** Without channels, slots, status types and pending statuses. */
    FIRST("2017-10-01"),
    CURRENT("2019-05-25");

    private final String label;

    WireVersion(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    boolean knowsChannels() {
        return this == CURRENT;
    }
}
