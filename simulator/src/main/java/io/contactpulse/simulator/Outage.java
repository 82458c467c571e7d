package io.contactpulse.simulator;

/**
 * One agent's part in a storm. Times are seconds of the epoch.
 *
 * @param start when everything in the agent's hands is cut off
 */
record Outage(int agentIndex, long start) {
    private static final int IN_ERROR = 90;

    /** When the agent enters status Error: one event after the contacts were cut off. */
    long failed() {
        return start + 1;
    }

    long back() {
        return failed() + IN_ERROR;
    }
}
