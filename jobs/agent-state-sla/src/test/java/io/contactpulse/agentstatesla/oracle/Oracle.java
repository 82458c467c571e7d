package io.contactpulse.agentstatesla.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Computes what the tables must hold at a given time once all events up to then are known. It sees a whole day at once,
 * keeps no state between events and has no timers: nothing of how the job gets there.
 */
final class Oracle {
    private final Map<String, List<Limit>> limitsByMeasure;

    Oracle(List<Limit> limits) {
        this.limitsByMeasure = limits.stream().collect(Collectors.groupingBy(Limit::measure));
    }

    /** What the tables must hold at the end. */
    record Answer(Tables tables, Instant end) {}

    /** The end is that much after the newest event. */
    Answer answer(Recording recording, Duration after) {
        List<AgentDay> agents = agents(recording);
        Instant end = agents.stream()
                .map(agent -> agent.agentLine().lastEventAt())
                .max(Instant::compareTo)
                .orElseThrow()
                .plus(after);
        return new Answer(tables(agents, end), end);
    }

    private static List<AgentDay> agents(Recording recording) {
        Map<String, List<Seen>> byAgent = recording
                .events()
                .map(Seen::of)
                .distinct()
                .sorted(Seen.REPLAY_ORDER)
                .collect(Collectors.groupingBy(Seen::agentId, TreeMap::new, Collectors.toList()));
        return byAgent.values().stream().map(AgentDay::of).toList();
    }

    Tables tables(List<AgentDay> agents, Instant until) {
        Tables tables = Tables.empty();
        for (AgentDay agent : agents) {
            tables.agents().add(agent.agentLine());
            tables.intervals().addAll(agent.timeSheet().lines(until));
        }
        List<Breach> breaches = agents.stream()
                .flatMap(agent -> breaches(agent, until).stream())
                .toList();
        breaches.forEach(breach -> tables.alerts().add(breach.line()));
        tables.incidents().addAll(Storms.of(agents, breaches, until));
        return tables;
    }

    private List<Breach> breaches(AgentDay agent, Instant until) {
        List<Breach> breaches = new ArrayList<>();
        agent.episodes().forEach(episode -> {
            for (Limit limit : limitsByMeasure.getOrDefault(episode.measure(), List.of())) {
                Breach.of(agent, limit, episode, until).ifPresent(breaches::add);
            }
        });
        return breaches;
    }
}
