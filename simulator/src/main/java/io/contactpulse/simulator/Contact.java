package io.contactpulse.simulator;

import io.contactpulse.schema.ContactState;
import java.util.Optional;
import java.util.OptionalLong;

/** A contact in an agent's hands; times are seconds of the epoch. */
record Contact(
        String id,
        Optional<String> initialId,
        Channel channel,
        String initiationMethod,
        Queue queue,
        OptionalLong queuedAt,
        ContactState state,
        long stateStart,
        OptionalLong connectedAt) {

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
