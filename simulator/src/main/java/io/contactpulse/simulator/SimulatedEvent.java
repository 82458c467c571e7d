package io.contactpulse.simulator;

import java.time.Instant;

/**
 * One agent event as Amazon Connect puts it on the stream.
 *
 * @param at its EventTimestamp
 * @param agentArn the partition key Connect uses
 * @param json the record, on one line
 */
public record SimulatedEvent(Instant at, String agentArn, String json) {}
