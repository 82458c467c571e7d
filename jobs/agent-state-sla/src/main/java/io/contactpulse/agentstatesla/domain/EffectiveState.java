package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentSnapshot;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentStatusType;
import io.contactpulse.schema.ContactState;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one state an agent is in: the highest of the status and of all contacts, in the order in which {@link AgentState}
 * lists them. Two CUSTOM states of differing names are two states.
 */
final class EffectiveState {
    static final EffectiveState OFFLINE = new EffectiveState(AgentState.OFFLINE, null);
    static final EffectiveState UNKNOWN = new EffectiveState(AgentState.UNKNOWN, null);

    private static final String ERROR_STATUS = "Error";

    private final AgentState state;
    private final @Nullable String customStatus;

    private EffectiveState(AgentState state, @Nullable String customStatus) {
        this.state = state;
        this.customStatus = customStatus;
    }

    static EffectiveState of(AgentState state, Optional<String> customStatus) {
        return new EffectiveState(state, customStatus.orElse(null));
    }

    /** The state that the chosen status alone would give. Events of schema 2017-10-01 name no type: then the name decides. */
    static EffectiveState ofStatus(AgentSnapshot snapshot) {
        String name = snapshot.getOptionalStatusName().orElse("");
        if (name.equals(ERROR_STATUS)) {
            return new EffectiveState(AgentState.ERROR, null);
        }
        switch (snapshot.getStatusType()) {
            case ROUTABLE:
                return new EffectiveState(AgentState.AVAILABLE, null);
            case OFFLINE:
                return OFFLINE;
            case CUSTOM:
                return new EffectiveState(AgentState.CUSTOM, name.isEmpty() ? null : name);
            case UNKNOWN:
                return ofStatusName(name);
        }
        throw new IllegalStateException("unhandled " + AgentStatusType.class.getSimpleName());
    }

    private static EffectiveState ofStatusName(String name) {
        switch (name) {
            case "Available":
                return new EffectiveState(AgentState.AVAILABLE, null);
            case "Offline":
                return OFFLINE;
            case "":
                return UNKNOWN;
            default:
                return new EffectiveState(AgentState.CUSTOM, name);
        }
    }

    static AgentState ofContact(ContactState contact) {
        switch (contact) {
            case INCOMING:
            case PENDING:
            case CONNECTING:
                return AgentState.RINGING;
            case CONNECTED:
                return AgentState.ON_CONTACT;
            case CONNECTED_ONHOLD:
                return AgentState.ON_HOLD;
            case MISSED:
                return AgentState.MISSED;
            case PAUSED:
                return AgentState.PAUSED;
            case REJECTED:
                return AgentState.REJECTED;
            case ERROR:
                return AgentState.ERROR;
            case ENDED:
                return AgentState.ACW;
            case UNKNOWN:
                return AgentState.UNKNOWN;
        }
        throw new IllegalStateException("unhandled " + ContactState.class.getSimpleName());
    }

    /** The higher of this and a contact's state. */
    EffectiveState or(AgentState contact) {
        return contact.ordinal() < state.ordinal() ? new EffectiveState(contact, null) : this;
    }

    AgentState state() {
        return state;
    }

    Optional<String> customStatus() {
        return Optional.ofNullable(customStatus);
    }

    boolean isOffline() {
        return state == AgentState.OFFLINE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EffectiveState
                && state == ((EffectiveState) other).state
                && Objects.equals(customStatus, ((EffectiveState) other).customStatus);
    }

    @Override
    public int hashCode() {
        return Objects.hash(state, customStatus);
    }
}
