package io.contactpulse.simulator;

import io.contactpulse.schema.ContactState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Draws the contacts that reach one agent: queue, how they were begun, how long they waited. */
final class IncomingContacts {
    private static final List<String> VOICE_METHODS = List.of(
            "INBOUND", "INBOUND", "INBOUND", "INBOUND", "INBOUND", "INBOUND", "INBOUND", "CALLBACK", "QUEUE_TRANSFER");
    private static final String TRANSFER = "TRANSFER";

    private final Queue ownQueue;
    private final Dice dice;

    IncomingContacts(Agent agent, Dice dice) {
        this.ownQueue = Queue.ofAgent(agent.id());
        this.dice = dice;
    }

    /** A contact from a queue of the profile, or now and then one that a colleague sends to this very agent. */
    Contact draw(RoutingProfile profile, Channel channel, long second) {
        if (channel != Channel.TASK && dice.chance(0.05)) {
            return contact(channel, TRANSFER, ownQueue, second);
        }
        String method = channel == Channel.VOICE ? dice.pick(VOICE_METHODS) : "API";
        return contact(channel, method, dice.pick(profile.queuesFor(channel)), second);
    }

    /** The customer's call whose fate was decided beforehand. */
    Contact planted(String contactId, RoutingProfile profile, long second) {
        Contact drawn = contact(Channel.VOICE, "INBOUND", dice.pick(profile.queuesFor(Channel.VOICE)), second);
        return new Contact(
                contactId,
                drawn.initialId(),
                drawn.channel(),
                drawn.initiationMethod(),
                drawn.queue(),
                drawn.queuedAt(),
                drawn.state(),
                drawn.stateStart(),
                drawn.connectedAt());
    }

    Contact outbound(long second) {
        return new Contact(
                dice.uuid().toString(),
                Optional.empty(),
                Channel.VOICE,
                "OUTBOUND",
                Company.OUTBOUND,
                OptionalLong.empty(),
                ContactState.CONNECTING,
                second,
                OptionalLong.empty());
    }

    private Contact contact(Channel channel, String method, Queue queue, long second) {
        boolean laterLeg = method.endsWith(TRANSFER);
        return new Contact(
                dice.uuid().toString(),
                laterLeg ? Optional.of(dice.uuid().toString()) : Optional.empty(),
                channel,
                method,
                queue,
                OptionalLong.of(second - dice.skewed(2, 240)),
                channel == Channel.TASK ? ContactState.PENDING : ContactState.INCOMING,
                second,
                OptionalLong.empty());
    }
}
