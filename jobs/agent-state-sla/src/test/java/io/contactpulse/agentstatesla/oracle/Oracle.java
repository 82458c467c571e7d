package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.AlertLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes what the tables must hold at a given time once all events up to then are known. It sees a whole day at once,
 * keeps no state between events and has no timers: nothing of how the job gets there.
 */
final class Oracle {
    private final List<Limit> limits;

    Oracle(List<Limit> limits) {
        this.limits = limits;
    }

    Tables tables(Stream<String> recording, Instant until) {
        Map<String, List<Seen>> byAgent = recording
                .map(Seen::of)
                .distinct()
                .sorted(Seen.REPLAY_ORDER)
                .collect(Collectors.groupingBy(Seen::agentId, TreeMap::new, Collectors.toList()));
        Tables tables = Tables.empty();
        byAgent.forEach((agentId, events) -> {
            AgentDay day = AgentDay.of(agentId, events);
            tables.add(day.agentLine());
            day.intervalLines(until).forEach(tables::add);
            alerts(agentId, day.clocks(), until).forEach(tables::add);
        });
        return tables;
    }

    private List<AlertLine> alerts(String agentId, List<Clock> clocks, Instant until) {
        List<AlertLine> lines = new ArrayList<>();
        for (Clock clock : clocks) {
            for (Limit limit : limits) {
                if (limit.covers(clock) && clock.reaches(clock.start().plus(limit.warn()), until)) {
                    lines.add(alert(agentId, clock, limit, until));
                }
            }
        }
        return lines;
    }

    private static AlertLine alert(String agentId, Clock clock, Limit limit, Instant until) {
        Instant critical = clock.start().plus(limit.critical());
        boolean isCritical = clock.reaches(critical, until);
        return new AlertLine(
                agentId,
                clock.contactId(),
                limit.ruleId(),
                clock.start(),
                clock.end().isPresent() ? "RESOLVED" : "FIRING",
                isCritical ? "CRITICAL" : "WARN",
                Optional.of(clock.start().plus(limit.warn())),
                isCritical ? Optional.of(critical) : Optional.empty(),
                clock.end(),
                1 + (isCritical ? 1 : 0) + (clock.end().isPresent() ? 1 : 0));
    }
}
