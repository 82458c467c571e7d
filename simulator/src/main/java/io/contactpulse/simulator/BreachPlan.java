package io.contactpulse.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides, before anything is simulated, which agents' states outlast their limit and when. One of each kind breaches
 * soon after the scenario's start; the rest are spread over the day, where storms leave room.
 */
final class BreachPlan {
    private static final int SETTLED_IN = 5;
    private static final int TRIES = 20;

    private final Scenario scenario;
    private final List<Candidate> candidates;
    private final Map<Integer, List<Planned>> plannedByAgent = new HashMap<>();
    private final StormPlan storms;

    /** Start and end are seconds of the epoch at which the state begins and ends. */
    record Planned(int agentIndex, BreachKind kind, long start, long end, String contactId) {
        private static final int WIND_DOWN = 60;

        long begin() {
            return start - kind.leadIn();
        }

        /** When the agent surely is free again. */
        long over() {
            return end + WIND_DOWN;
        }
    }

    private record Candidate(int agentIndex, Shift.Stint stint) {}

    private BreachPlan(Scenario scenario) {
        this.scenario = scenario;
        this.candidates = scenario.breaches() == 0
                ? List.of()
                : IntStream.range(0, scenario.agents())
                        .filter(index ->
                                Agent.of(scenario.seed(), index).profile().serves(Channel.VOICE))
                        .mapToObj(index ->
                                new Candidate(index, Shift.of(scenario, index).first()))
                        .sorted(Comparator.comparingLong(
                                candidate -> candidate.stint().login()))
                        .toList();
        addEarly();
        this.storms = StormPlan.of(scenario, this::isFree);
        addOthers();
    }

    static BreachPlan of(Scenario scenario) {
        return new BreachPlan(scenario);
    }

    StormPlan storms() {
        return storms;
    }

    List<Planned> ofAgent(int agentIndex) {
        return plannedByAgent.getOrDefault(agentIndex, List.of()).stream()
                .sorted(Comparator.comparingLong(Planned::start))
                .toList();
    }

    List<PlantedBreach> all() {
        return plannedByAgent.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Planned::start).thenComparingInt(Planned::agentIndex))
                .map(this::published)
                .toList();
    }

    private void addEarly() {
        List<Candidate> early = forEarly();
        int most = Math.min(early.size(), Math.min(BreachKind.values().length, scenario.breaches()));
        for (int number = 0; number < most; number++) {
            addEarly(early.get(number), number);
        }
    }

    /** Where there are storms, the largest profile is left to them: its people are to be many when the first comes. */
    private List<Candidate> forEarly() {
        if (scenario.storms().isEmpty()) {
            return candidates;
        }
        return candidates.stream()
                .filter(candidate -> !Agent.of(scenario.seed(), candidate.agentIndex())
                        .profile()
                        .equals(Company.LARGEST))
                .toList();
    }

    /** The longest limits go to those who come first, so that a short warm-up is long enough for most of them. */
    private void addEarly(Candidate candidate, int number) {
        Dice dice = diceOf(number);
        BreachKind kind = BreachKind.values()[number];
        long breach = scenario.start().getEpochSecond() + 48 - 8L * number;
        long earliest = candidate.stint().login() + SETTLED_IN + kind.leadIn();
        long start = Math.max(breach - kind.limit(), earliest);
        int overrun = number % 2 == 0 ? dice.between(60, 180) : dice.between(20, 35);
        addIfItFits(candidate, planned(candidate, kind, start, overrun, dice));
    }

    private void addOthers() {
        for (int number = BreachKind.values().length; number < scenario.breaches() && !candidates.isEmpty(); number++) {
            addSomewhen(diceOf(number));
        }
    }

    private Dice diceOf(int number) {
        return Dice.of(scenario.seed(), "breach", number);
    }

    private void addSomewhen(Dice dice) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Candidate candidate = dice.pick(candidates);
            BreachKind kind = dice.pick(List.of(BreachKind.values()));
            long from = Math.max(candidate.stint().login(), scenario.start().getEpochSecond());
            long start = from + (long) ((candidate.stint().logout() - from) * dice.fraction());
            int overrun = 20 + kind.limit() * dice.between(70, 120) / 100;
            Planned breach = planned(candidate, kind, start, overrun, dice);
            boolean calm = storms.isFree(candidate.agentIndex(), breach.begin(), breach.over());
            if (calm && addIfItFits(candidate, breach)) {
                return;
            }
        }
    }

    private static Planned planned(Candidate candidate, BreachKind kind, long start, int overrun, Dice dice) {
        long end = start + kind.limit() + overrun;
        return new Planned(candidate.agentIndex(), kind, start, end, dice.uuid().toString());
    }

    private boolean addIfItFits(Candidate candidate, Planned breach) {
        boolean inShift = breach.begin() >= candidate.stint().login() + SETTLED_IN
                && breach.over() <= Math.min(candidate.stint().logout(), scenario.ends());
        boolean free = isFree(breach.agentIndex(), breach.begin(), breach.over());
        return inShift
                && free
                && plannedByAgent
                        .computeIfAbsent(breach.agentIndex(), index -> new ArrayList<>())
                        .add(breach);
    }

    private boolean isFree(int agentIndex, long from, long to) {
        return plannedByAgent.getOrDefault(agentIndex, List.of()).stream()
                .allMatch(other -> other.over() < from || to < other.begin());
    }

    private PlantedBreach published(Planned breach) {
        Agent agent = Agent.of(scenario.seed(), breach.agentIndex());
        BreachKind kind = breach.kind();
        return new PlantedBreach(
                agent.id(),
                kind.isOfContact() ? Optional.of(breach.contactId()) : Optional.empty(),
                kind.state(),
                kind == BreachKind.LUNCH ? Optional.of(Status.LUNCH.label()) : Optional.empty(),
                agent.clock().at(breach.start()),
                agent.clock().at(breach.end()),
                Duration.ofSeconds(kind.limit()));
    }
}
