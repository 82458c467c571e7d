package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentHeard;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AgentTrouble;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.SignalType;
import io.contactpulse.schema.TrackedContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the alert desk is told of one agent. Entries of the same time sort by kind, so that a replay has one order: first
 * that the agent was heard, then trouble, then what began, last what is over.
 */
final class DeskEntries {
    private static final List<AgentState> TROUBLE = List.of(AgentState.ERROR, AgentState.MISSED, AgentState.REJECTED);

    private final List<DeskEntry> entries = new ArrayList<>();

    void heard(boolean onShift, Stamp stamp) {
        AgentHeard heard = AgentHeard.newBuilder()
                .setAgentId(stamp.agent().agentId())
                .setOnShift(onShift)
                .build();
        entries.add(entry(stamp.agent(), stamp.at(), "0 " + stamp.order())
                .setHeard(heard)
                .build());
    }

    /** The contacts that an event shows to have come into trouble. */
    void troubles(Hands before, Hands after, Stamp stamp) {
        for (TrackedContact contact : after.entering(before, TROUBLE)) {
            AlertSubject subject = Hands.subject(contact, stamp.agent());
            trouble(contact.getState(), subject, contact.getStateStart(), stamp);
        }
    }

    /** The agent's status has become Error. */
    void error(Instant since, Stamp stamp) {
        trouble(AgentState.ERROR, stamp.agent().subject().build(), since, stamp);
    }

    private void trouble(AgentState state, AlertSubject subject, Instant since, Stamp stamp) {
        AgentTrouble trouble = AgentTrouble.newBuilder()
                .setAgentId(stamp.agent().agentId())
                .setState(state)
                .setSubject(subject)
                .setSince(since)
                .build();
        String order =
                "1 " + stamp.order() + " " + subject.getOptionalContactId().orElse("");
        entries.add(entry(stamp.agent(), stamp.at(), order).setTrouble(trouble).build());
    }

    /** No entry is of a time before that: it was not known then. */
    void signals(AgentProfile agent, List<AlertSignal> signals, Instant notBefore) {
        for (AlertSignal signal : signals) {
            String order = (signal.getType() == SignalType.RAISED ? "2 " : "3 ") + agent.agentId() + " "
                    + signal.getAlertId() + " " + String.format("%06d", signal.getSeq());
            Instant at = signal.getAt().isBefore(notBefore) ? notBefore : signal.getAt();
            entries.add(entry(agent, at, order).setSignal(signal).build());
        }
    }

    private static DeskEntry.Builder entry(AgentProfile agent, Instant at, String order) {
        return DeskEntry.newBuilder()
                .setInstanceId(agent.instanceId())
                .setAt(at)
                .setOrder(order);
    }

    /** In the order in which a replay has them. */
    List<DeskEntry> all() {
        return entries.stream()
                .sorted(Comparator.comparing(DeskEntry::getAt).thenComparing(DeskEntry::getOrder))
                .collect(Collectors.toList());
    }
}
