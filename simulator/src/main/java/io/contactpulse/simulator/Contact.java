package io.contactpulse.simulator;

import io.contactpulse.schema.ContactState;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A contact in an agent's hands; times are seconds of the epoch.
 *
 * @param queuedAt as the queue knows it: the same for every agent to whom the contact is offered
 */
record Contact(
        String id,
        Optional<String> initialId,
        Channel channel,
        String initiationMethod,
        Queue queue,
        Optional<Instant> queuedAt,
        ContactState state,
        long stateStart,
        OptionalLong connectedAt) {

    /** The same contact, once more at the beginning of an offer. */
    Contact offeredAgain(long second) {
        ContactState first = channel == Channel.TASK ? ContactState.PENDING : ContactState.INCOMING;
        return new Contact(
                id, initialId, channel, initiationMethod, queue, queuedAt, first, second, OptionalLong.empty());
    }

    Contact in(ContactState next, long second) {
        boolean connectsNow = next == ContactState.CONNECTED && connectedAt.isEmpty();
        return new Contact(
                id,
                initialId,
                channel,
                initiationMethod,
                queue,
                queuedAt,
                next,
                second,
                connectsNow ? OptionalLong.of(second) : connectedAt);
    }
}
