package io.contactpulse.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A state that outlasts its limit on purpose. Nothing else on the floor outlasts the limit of its state, so the list of
 * these is what a correct alerting must find.
 *
 * @param agentId last segment of the agent's ARN
 * @param contactId the contact that was in the state; empty when the agent was
 * @param state RINGING, ON_HOLD, ON_CONTACT, ACW, CUSTOM or ERROR
 * @param customStatus name of the status when the state is CUSTOM
 * @param stateStart when the state began, as the events say
 * @param stateEnd time stamp of the event that ended it
 * @param limit the duration it was made to outlast
 */
public record PlantedBreach(
        String agentId,
        Optional<String> contactId,
        String state,
        Optional<String> customStatus,
        Instant stateStart,
        Instant stateEnd,
        Duration limit) {

    public Instant breachedAt() {
        return stateStart.plus(limit);
    }
}
