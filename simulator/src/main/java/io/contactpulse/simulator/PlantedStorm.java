package io.contactpulse.simulator;

import java.time.Instant;
import java.util.List;

/**
 * An outage that puts many agents of one routing profile into status Error at nearly the same time. Each of their errors
 * is a planted breach as well.
 *
 * @param routingProfile what the agents have in common
 * @param from when the first of them fails
 * @param until when the last of them is back
 * @param agentIds who, in the order in which they fail
 */
public record PlantedStorm(String routingProfile, Instant from, Instant until, List<String> agentIds) {
    public PlantedStorm {
        agentIds = List.copyOf(agentIds);
    }
}
