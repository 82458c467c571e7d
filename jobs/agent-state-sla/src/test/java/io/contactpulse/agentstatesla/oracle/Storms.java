package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.IncidentLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the storms of a floor: many agents in trouble, or many alerts, within a minute for one common cause. */
final class Storms {
    static final Duration TOGETHER = Duration.ofMinutes(1);

    private static final int MANY = 5;

    /** Trouble comes before an alert of the same time: an alert may be a consequence of it. */
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::at).thenComparing(Entry::kind).thenComparing(Entry::name);

    private final List<Incident> incidents = new ArrayList<>();
    private final Map<Window, Deque<Entry>> windows = new HashMap<>();

    enum Kind {
        TROUBLE,
        ALERT
    }

    /**
     * Something that many of may be a storm.
     *
     * @param name the agent in trouble, or the alert: what is counted
     * @param causes the most specific first
     */
    record Entry(Instant at, Kind kind, String name, String agentId, List<String> causes, Optional<Breach> breach) {
        /** What is over when an incident becomes known is history, and not part of it. */
        boolean lastsUntil(Instant time) {
            return breach.flatMap(Breach::end).map(end -> !end.isBefore(time)).orElse(true);
        }
    }

    private record Window(Kind kind, String cause) {}

    private Storms() {}

    static List<IncidentLine> of(List<AgentDay> agents, List<Breach> breaches, Instant until) {
        Storms storms = new Storms();
        Stream.concat(
                        agents.stream().flatMap(Storms::troubles),
                        breaches.stream().map(Storms::alert))
                .sorted(ORDER)
                .forEach(storms::add);
        return storms.incidents.stream().map(incident -> incident.line(until)).toList();
    }

    private static Stream<Entry> troubles(AgentDay agent) {
        return agent.clocks().stream()
                .filter(clock -> clock.isIn("ERROR", "MISSED", "REJECTED"))
                .map(clock -> {
                    List<String> causes = causes(clock.contact(), agent.profileAt(clock.seenAt()));
                    return new Entry(
                            clock.seenAt(), Kind.TROUBLE, agent.agentId(), agent.agentId(), causes, Optional.empty());
                });
    }

    private static Entry alert(Breach breach) {
        List<String> causes = causes(breach.episode().contact(), breach.profile());
        return new Entry(
                breach.knownAt(),
                Kind.ALERT,
                breach.line().name(),
                breach.agent().agentId(),
                causes,
                Optional.of(breach));
    }

    private static List<String> causes(Optional<Seen.InHand> contact, Seen.Profile profile) {
        return Stream.of(
                        contact.flatMap(Seen.InHand::queue).map(name -> "queue " + name),
                        profile.routingProfile().map(name -> "routing profile " + name),
                        profile.site().map(name -> "site " + name))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is part of an incident does not count for another one. */
    private void add(Entry entry) {
        List<Incident> open = incidents.stream()
                .filter(incident -> incident.isOpen(entry.at()))
                .toList();
        List<Incident> covering =
                open.stream().filter(incident -> incident.covers(entry)).toList();
        Optional<Incident> part = Stream.concat(covering.stream(), open.stream())
                .filter(incident -> incident.adopts(entry))
                .findFirst();
        part.ifPresent(incident -> incident.addChild(entry));
        covering.forEach(incident -> incident.extend(entry));
        if (part.isEmpty()) {
            entry.causes().forEach(cause -> remember(entry, cause));
            entry.causes().stream()
                    .filter(cause -> isStorm(entry, cause))
                    .findFirst()
                    .ifPresent(cause -> open(entry, cause));
        }
    }

    private void remember(Entry entry, String cause) {
        Deque<Entry> window = window(entry, cause);
        window.addLast(entry);
        while (!window.isEmpty() && window.getFirst().at().plus(TOGETHER).isBefore(entry.at())) {
            window.removeFirst();
        }
    }

    private Deque<Entry> window(Entry entry, String cause) {
        return windows.computeIfAbsent(new Window(entry.kind(), cause), key -> new ArrayDeque<>());
    }

    private boolean isStorm(Entry entry, String cause) {
        return window(entry, cause).stream().map(Entry::name).distinct().count() >= MANY;
    }

    private void open(Entry entry, String cause) {
        List<Entry> counted = List.copyOf(window(entry, cause));
        windows.values().forEach(window -> window.removeAll(counted));
        Incident incident = new Incident(cause, counted.get(0).at(), entry.at());
        counted.forEach(incident::extend);
        counted.stream()
                .filter(one -> one.lastsUntil(entry.at()))
                .filter(one -> incidents.stream().noneMatch(other -> other.hasChild(one)))
                .forEach(incident::addChild);
        incidents.add(incident);
    }
}
