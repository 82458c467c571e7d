package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.TrackedContact;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an agent's time counts right now, as Amazon Connect's metric definitions have it: a contact is worked on while it is
 * connected, on hold or in after-contact work, unless the agent is in a custom status; an agent is idle when available
 * without such a contact, but not from the moment a contact is routed until it is answered or declined.
 */
final class Situation {
    private static final List<AgentState> WORKED_ON =
            List.of(AgentState.ON_CONTACT, AgentState.ON_HOLD, AgentState.ACW);

    private final boolean staffed;
    private final AgentState status;
    private final boolean working;
    private final boolean ringing;
    private final int connected;
    private final int slots;

    private Situation(boolean staffed, AgentState status, Hands hands, Optional<Integer> slots) {
        this.staffed = staffed;
        this.status = status;
        this.working = anyIn(hands, WORKED_ON);
        this.ringing = anyIn(hands, List.of(AgentState.RINGING));
        this.connected = hands.connected();
        this.slots = slots.orElse(0);
    }

    static Situation of(boolean staffed, AgentState status, Hands hands, Optional<Integer> slots) {
        return new Situation(staffed, status, hands, slots);
    }

    private static boolean anyIn(Hands hands, List<AgentState> states) {
        return hands.contacts().stream().map(TrackedContact::getState).anyMatch(states::contains);
    }

    boolean isStaffed() {
        return staffed;
    }

    boolean isOnContact() {
        return staffed && working && status != AgentState.CUSTOM && status != AgentState.OFFLINE;
    }

    boolean isIdle() {
        return isAvailable() && !working && !ringing;
    }

    /** By status: also while a contact keeps the agent busy. */
    boolean isAvailable() {
        return staffed && status == AgentState.AVAILABLE;
    }

    boolean isInCustomStatus() {
        return staffed && status == AgentState.CUSTOM;
    }

    /** Contacts talking or on hold that take up one of the agent's slots. */
    int contacts() {
        return isAvailable() ? connected : 0;
    }

    /** How many contacts the agent could hold; 0 if nobody knows. */
    int slots() {
        return isAvailable() ? slots : 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Situation
                && staffed == ((Situation) other).staffed
                && status == ((Situation) other).status
                && working == ((Situation) other).working
                && ringing == ((Situation) other).ringing
                && connected == ((Situation) other).connected
                && slots == ((Situation) other).slots;
    }

    @Override
    public int hashCode() {
        return Objects.hash(staffed, status, working, ringing, connected, slots);
    }
}
