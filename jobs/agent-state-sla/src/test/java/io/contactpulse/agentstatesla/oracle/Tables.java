package io.contactpulse.agentstatesla.oracle;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the compared columns of the tables end with, one line per row. */
record Tables(Set<AgentLine> agents, Set<IntervalLine> intervals, Set<AlertLine> alerts, Set<IncidentLine> incidents) {

    static Tables empty() {
        return new Tables(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    Tables withoutIncidents() {
        return new Tables(agents, intervals, alerts, Set.of());
    }

    record Condition(String state, Optional<String> customStatus) {
        static Condition plain(String state) {
            return new Condition(state, Optional.empty());
        }

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
            String entityType,
            String agentId,
            Optional<String> contactId,
            String ruleId,
            Condition condition,
            Instant stateStart,
            String status,
            String level,
            Optional<Instant> warnAt,
            Optional<Instant> criticalAt,
            Optional<Instant> resolvedAt,
            int seq) {

        String name() {
            return ruleId + " of " + contactId.orElse(agentId) + " from " + stateStart;
        }
    }

    /**
     * The row of a storm's incident and the names of its children. Alerts that fired at the very time it began to be one
     * are not among them: whether such an alert or the incident came first is nowhere laid down.
     */
    record IncidentLine(
            Instant stateStart,
            Instant criticalAt,
            String level,
            String status,
            Optional<Instant> resolvedAt,
            SortedSet<String> children) {

        static SortedSet<String> children(Instant criticalAt, Stream<AlertLine> alerts) {
            SortedSet<String> children = new TreeSet<>();
            alerts.filter(alert -> !alert.warnAt().equals(Optional.of(criticalAt)))
                    .forEach(alert -> children.add(alert.name()));
            return children;
        }
    }

    Stream<Record> lines() {
        return Stream.of(agents, intervals, alerts, incidents).flatMap(Set::stream);
    }

    boolean contains(Record line) {
        return Stream.of(agents, intervals, alerts, incidents).anyMatch(table -> table.contains(line));
    }
}
