package io.contactpulse.launcher.demo;

import io.contactpulse.simulator.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to show.
 *
 * @param length how long the floor runs; empty until stopped
 * @param speed how many times busier than a real floor
 * @param seed chooses all that happens
 * @param agents people on the floor
 */
record DemoSettings(Optional<Duration> length, double speed, long seed, int agents) {
    /** The Kinesis stand-in carries about a thousand records a second, and less the more it holds. */
    static final int MOST_AGENTS = 200;

    static final Duration LONGEST = Duration.ofHours(8);

    private static final int AI_AGENTS = 4;
    private static final int BREACHES = 200;

    /** Long enough that breaches of most kinds are due soon after the start, and short enough to be read by then. */
    static final Duration WARM_UP = Duration.ofMinutes(25);

    /** How much longer the job needs to read the past for each agent more. */
    private static final Duration LEAD_PER_AGENT = Duration.ofMillis(100);

    /** The job starts to trust the wall clock ten seconds after the last old record. */
    private static final Duration LEAST_LEAD = Duration.ofSeconds(14);

    /** The first storm is in time for a demo of a minute and a half, and the next comes when that one is long over. */
    private static final Duration FIRST_STORM = Duration.ofSeconds(40);

    private static final Duration BETWEEN_STORMS = Duration.ofMinutes(4);

    DemoSettings {
        require(agents >= 1 && agents <= MOST_AGENTS, "--agents must be from 1 to " + MOST_AGENTS + ", not " + agents);
        require(speed >= 0.1 && speed <= 100, "--speed must be from 0.1 to 100, not " + speed);
        require(
                length.filter(value -> value.compareTo(LONGEST) > 0).isEmpty(),
                "--for must be at most " + LONGEST.toHours() + "h");
    }

    /** The people's day. Its start lies so far after now that the job will have read all that came before. */
    Scenario people(Instant now) {
        Instant start = now.plus(LEAST_LEAD).plus(LEAD_PER_AGENT.multipliedBy(agents));
        return new Scenario(seed, agents, AI_AGENTS, start, LONGEST, WARM_UP, speed, BREACHES, storms());
    }

    /** AI agents change their activity every second or so and have limits of seconds: they begin at the start. */
    Scenario aiAgents(Instant now) {
        return people(now).withWarmUp(Duration.ZERO);
    }

    private static List<Duration> storms() {
        return Stream.iterate(FIRST_STORM, storm -> storm.compareTo(LONGEST) < 0, storm -> storm.plus(BETWEEN_STORMS))
                .toList();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
