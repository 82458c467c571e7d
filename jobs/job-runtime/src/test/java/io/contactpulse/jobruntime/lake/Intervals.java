package io.contactpulse.jobruntime.lake;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** Numbered rows of the agent-intervals table; the number is the version. Every hundredth is two days late. */
final class Intervals {
    static final String FIRST_DAY = "2026-03-01";
    static final String SECOND_DAY = "2026-03-02";
    static final String LATE_DAY = "2026-02-27";

    private static final Instant START = Instant.parse("2026-03-01T00:00:00.123Z");
    private static final Duration LENGTH = Duration.ofMinutes(2);

    private Intervals() {}

    static AgentInterval number(long number) {
        Instant inOrder = START.plus(LENGTH.multipliedBy(number));
        Instant start = isLate(number) ? Instant.parse("2026-02-27T00:00:00Z").plusMillis(number) : inOrder;
        boolean custom = number % 3 == 0;
        return AgentInterval.newBuilder()
                .setAgentId("agent-" + number % 7)
                .setStart(start)
                .setEnd(start.plus(LENGTH))
                .setState(custom ? AgentState.CUSTOM : AgentState.AVAILABLE)
                .setCustomStatus(custom ? "Lunch" : null)
                .setContacts((int) (number % 4))
                .setVersion(number)
                .setDeleted(number % 5 == 0)
                .build();
    }

    static List<AgentInterval> upTo(long count) {
        return LongStream.range(0, count).mapToObj(Intervals::number).toList();
    }

    static List<AgentInterval> sorted(List<AgentInterval> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(AgentInterval::getVersion))
                .toList();
    }

    private static boolean isLate(long number) {
        return number % 100 == 99;
    }
}
