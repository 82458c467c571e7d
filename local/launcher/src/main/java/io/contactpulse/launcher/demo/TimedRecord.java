package io.contactpulse.launcher.demo;

import java.time.Instant;

/**
 * One record on its way to the stream.
 *
 * @param at when its sender would have sent it
 * @param agentArn partition key
 */
record TimedRecord(Instant at, String agentArn, byte[] payload) {

    /** As the job names the agent. */
    String agentId() {
        return agentArn.substring(agentArn.lastIndexOf('/') + 1);
    }
}
