package io.contactpulse.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Decides, before anything is simulated, which agents fail together and when: all of one routing profile who are at work
 * and have no planted breach then.
 */
final class StormPlan {
    private static final int SETTLED_IN = 5;
    private static final int LAST_AFTER = 13;
    private static final int WIND_DOWN = 60;
    private static final int ENOUGH = 8;

    private final Scenario scenario;
    private final Availability availability;
    private final List<Member> members;
    private final List<Storm> storms = new ArrayList<>();

    /** Whether nothing else is planned for an agent between two seconds of the epoch. */
    interface Availability {
        boolean isFree(int agentIndex, long from, long to);
    }

    private record Member(int index, String profile, Shift.Stint stint) {}

    private record Storm(String profile, List<Outage> outages) {
        private boolean hits(int agentIndex) {
            return outages.stream().anyMatch(outage -> outage.agentIndex() == agentIndex);
        }

        private long start() {
            return outages.get(0).start();
        }

        /** When all surely are free again. */
        private long over() {
            return outages.get(outages.size() - 1).back() + WIND_DOWN;
        }
    }

    private StormPlan(Scenario scenario, Availability availability) {
        this.scenario = scenario;
        this.availability = availability;
        this.members = scenario.storms().isEmpty()
                ? List.of()
                : IntStream.range(0, scenario.agents())
                        .mapToObj(index -> new Member(
                                index,
                                Agent.of(scenario.seed(), index).profile().name(),
                                Shift.of(scenario, index).first()))
                        .toList();
    }

    static StormPlan of(Scenario scenario, Availability availability) {
        StormPlan plan = new StormPlan(scenario, availability);
        List<Duration> storms = scenario.storms().stream().sorted().toList();
        for (int number = 0; number < storms.size(); number++) {
            long start = scenario.start().plus(storms.get(number)).getEpochSecond();
            plan.add(start, Dice.of(scenario.seed(), "storm", number));
        }
        return plan;
    }

    /** Whether no storm hits the agent between two seconds of the epoch. */
    boolean isFree(int agentIndex, long from, long to) {
        return storms.stream()
                .filter(storm -> storm.start() <= to && from <= storm.over())
                .noneMatch(storm -> storm.hits(agentIndex));
    }

    List<Outage> ofAgent(int agentIndex) {
        return storms.stream()
                .flatMap(storm -> storm.outages().stream())
                .filter(outage -> outage.agentIndex() == agentIndex)
                .toList();
    }

    List<PlantedStorm> all() {
        return storms.stream().map(this::published).toList();
    }

    List<PlantedBreach> errors() {
        return storms.stream()
                .flatMap(storm -> storm.outages().stream())
                .map(this::error)
                .toList();
    }

    /** A storm of fewer than eight is none, so a profile with as many is taken if there is one. */
    private void add(long start, Dice dice) {
        Map<String, List<Member>> byProfile = new LinkedHashMap<>();
        members.stream()
                .filter(member -> canFail(member, start))
                .forEach(member -> byProfile
                        .computeIfAbsent(member.profile(), profile -> new ArrayList<>())
                        .add(member));
        List<List<Member>> enough = byProfile.values().stream()
                .filter(together -> together.size() >= ENOUGH)
                .toList();
        Optional<List<Member>> hit = enough.isEmpty()
                ? byProfile.values().stream().max(Comparator.comparingInt(List::size))
                : Optional.of(dice.pick(enough));
        hit.ifPresent(together -> storms.add(storm(together, start, dice)));
    }

    private boolean canFail(Member member, long start) {
        long over = start + LAST_AFTER + new Outage(member.index(), 0).back() + WIND_DOWN;
        return start >= member.stint().login() + SETTLED_IN
                && over <= Math.min(member.stint().logout(), scenario.ends())
                && availability.isFree(member.index(), start, over)
                && isFree(member.index(), start, over);
    }

    private static Storm storm(List<Member> together, long start, Dice dice) {
        Stream<Outage> outages =
                together.stream().map(member -> new Outage(member.index(), start + dice.between(0, LAST_AFTER)));
        return new Storm(
                together.get(0).profile(),
                outages.sorted(Comparator.comparingLong(Outage::start).thenComparingInt(Outage::agentIndex))
                        .toList());
    }

    private PlantedStorm published(Storm storm) {
        List<PlantedBreach> errors = storm.outages().stream().map(this::error).toList();
        return new PlantedStorm(
                storm.profile(),
                errors.stream()
                        .map(PlantedBreach::stateStart)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                errors.stream()
                        .map(PlantedBreach::stateEnd)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                errors.stream().map(PlantedBreach::agentId).toList());
    }

    private PlantedBreach error(Outage outage) {
        Agent agent = Agent.of(scenario.seed(), outage.agentIndex());
        return new PlantedBreach(
                agent.id(),
                Optional.empty(),
                BreachKind.ERROR.state(),
                Optional.empty(),
                agent.clock().at(outage.failed()),
                agent.clock().at(outage.back()),
                Duration.ofSeconds(BreachKind.ERROR.limit()));
    }
}
