package io.contactpulse.simulator;

import io.contactpulse.schema.ContactState;
import io.contactpulse.simulator.ReturnedContacts.Returned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Draws the contacts that reach one agent: queue, how they were begun, how long they waited. */
final class IncomingContacts {
    private static final List<String> VOICE_METHODS = List.of(
            "INBOUND", "INBOUND", "INBOUND", "INBOUND", "INBOUND", "INBOUND", "INBOUND", "CALLBACK", "QUEUE_TRANSFER");
    private static final String TRANSFER = "TRANSFER";

    private final Agent agent;
    private final Queue ownQueue;
    private final Dice dice;
    private final ReturnedContacts returned;
    private final List<Returned> takenAgain = new ArrayList<>();

    IncomingContacts(Agent agent, Dice dice, ReturnedContacts returned) {
        this.agent = agent;
        this.ownQueue = Queue.ofAgent(agent.id());
        this.dice = dice;
        this.returned = returned;
    }

    /**
     * A contact that another agent did not take, or a new one from a queue of the profile, or now and then one that a
     * colleague sends to this very agent.
     */
    Contact draw(RoutingProfile profile, Channel channel, long second) {
        Optional<Returned> again = returned.take(agent.index(), profile.queues(), channel, second);
        if (again.isPresent()) {
            takenAgain.add(again.get());
            return again.get().contact().offeredAgain(second);
        }
        if (channel != Channel.TASK && dice.chance(0.05)) {
            return contact(channel, TRANSFER, ownQueue, second);
        }
        String method = channel == Channel.VOICE ? dice.pick(VOICE_METHODS) : "API";
        return contact(channel, method, dice.pick(profile.queuesFor(channel)), second);
    }

    /** What was drawn since the last call of this or of {@link #putBack} is really offered. */
    void begin() {
        takenAgain.clear();
    }

    /** What was drawn is not offered after all; so contacts of others go on waiting. */
    void putBack() {
        takenAgain.forEach(returned::add);
        takenAgain.clear();
    }

    /** The agent did not take the contact: it waits in its queue again, for somebody else. */
    void giveBack(Contact contact, long second) {
        returned.add(new Returned(contact, agent.index(), second));
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
                Optional.empty(),
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
                Optional.of(agent.clock().at(second - dice.skewed(2, 240))),
                channel == Channel.TASK ? ContactState.PENDING : ContactState.INCOMING,
                second,
                OptionalLong.empty());
    }
}
