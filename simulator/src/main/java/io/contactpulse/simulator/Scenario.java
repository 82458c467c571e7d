package io.contactpulse.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What to simulate. Two equal scenarios give the same bytes.
 *
 * @param seed chooses the world's agents, contacts and all that happens
 * @param agents people on the floor
 * @param aiAgents AI agents beside them
 * @param start when the part that matters begins
 * @param length from start to the end of the recording; the agents' shifts fill it
 * @param warmUp how long before start the floor opens, at a real floor's pace, so that agents are in mid-shift at start
 * @param pace how many times busier than a real floor people work from start on; limits of breaches are not scaled
 * @param breaches states that shall outlast their limit, as many as find room. The first six breach within a minute of
 *     start, as far as the warm-up is longer than their limit (PT1H is enough for all of them)
 * @param storms how long after start many agents of one routing profile fail together; on a floor of forty they are eight
 *     or more
 */
public record Scenario(
        long seed,
        int agents,
        int aiAgents,
        Instant start,
        Duration length,
        Duration warmUp,
        double pace,
        int breaches,
        List<Duration> storms) {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static final int MOST_STORMS = 1_000;

    public Scenario {
        storms = List.copyOf(storms);
        requireBetween("agents", agents, 1, 100_000);
        requireBetween("AI agents", aiAgents, 0, 1_000);
        requireBetween("breaches", breaches, 0, 10_000);
        if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("length must be between PT1S and PT24H, not " + length);
        }
        if (warmUp.isNegative() || warmUp.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("warm-up must be between PT0S and PT24H, not " + warmUp);
        }
        if (!(pace >= 0.1 && pace <= 100)) {
            throw new IllegalArgumentException("pace must be between 0.1 and 100, not " + pace);
        }
        requireBetween("storms", storms.size(), 0, MOST_STORMS);
        for (Duration storm : storms) {
            if (storm.isNegative() || storm.compareTo(length) >= 0) {
                throw new IllegalArgumentException("a storm must begin between PT0S and the end, not at " + storm);
            }
        }
        if (start.isBefore(Instant.parse("2000-01-01T00:00:00Z"))
                || start.isAfter(Instant.parse("2100-01-01T00:00:00Z"))) {
            throw new IllegalArgumentException("start must be between the years 2000 and 2100, not " + start);
        }
    }

    /** Eight hours of fifty people and three AI agents at a real floor's pace. */
    public static Scenario shift(long seed) {
        return new Scenario(seed, 50, 3, MONDAY_MORNING, Duration.ofHours(8), Duration.ZERO, 1.0, 12, List.of());
    }

    public Scenario withAgents(int value) {
        return new Scenario(seed, value, aiAgents, start, length, warmUp, pace, breaches, storms);
    }

    public Scenario withAiAgents(int value) {
        return new Scenario(seed, agents, value, start, length, warmUp, pace, breaches, storms);
    }

    public Scenario withStart(Instant value) {
        return new Scenario(seed, agents, aiAgents, value, length, warmUp, pace, breaches, storms);
    }

    public Scenario withLength(Duration value) {
        return new Scenario(seed, agents, aiAgents, start, value, warmUp, pace, breaches, storms);
    }

    public Scenario withWarmUp(Duration value) {
        return new Scenario(seed, agents, aiAgents, start, length, value, pace, breaches, storms);
    }

    public Scenario withPace(double value) {
        return new Scenario(seed, agents, aiAgents, start, length, warmUp, value, breaches, storms);
    }

    public Scenario withBreaches(int value) {
        return new Scenario(seed, agents, aiAgents, start, length, warmUp, pace, value, storms);
    }

    public Scenario withStorms(List<Duration> values) {
        return new Scenario(seed, agents, aiAgents, start, length, warmUp, pace, breaches, values);
    }

    /** Second of the epoch at which the floor opens. */
    long opens() {
        return start.minus(warmUp).getEpochSecond();
    }

    /** Second of the epoch at which the recording ends; nothing happens at or after it. */
    long ends() {
        return start.plus(length).getEpochSecond();
    }

    private static void requireBetween(String what, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + " must be between " + low + " and " + high + ", not " + value);
        }
    }
}
