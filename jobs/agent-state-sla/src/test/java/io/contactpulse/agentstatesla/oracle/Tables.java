package io.contactpulse.agentstatesla.oracle;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the compared columns of the tables end with, one line per row; lines sort by agent and time. */
record Tables(SortedSet<String> agents, SortedSet<String> intervals, SortedSet<String> alerts) {

    static Tables empty() {
        return new Tables(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    record Condition(String state, Optional<String> customStatus) {
        @Override
        public String toString() {
            return customStatus.map(name -> state + "(" + name + ")").orElse(state);
        }
    }

    record Held(String contactId, String state, Instant stateStart) {}

    record AgentLine(
            String agentId,
            Condition condition,
            Instant stateStart,
            SortedSet<String> contacts,
            Instant lastEventAt,
            long version) {}

    record IntervalLine(String agentId, Instant start, Instant end, Condition condition, int contacts) {}

    record AlertLine(
            String agentId,
            Optional<String> contactId,
            String ruleId,
            Instant stateStart,
            String status,
            String level,
            Optional<Instant> warnAt,
            Optional<Instant> criticalAt,
            Optional<Instant> resolvedAt,
            int seq) {}

    void add(AgentLine line) {
        agents.add(line.toString());
    }

    void add(IntervalLine line) {
        intervals.add(line.toString());
    }

    void add(AlertLine line) {
        alerts.add(line.toString());
    }
}
