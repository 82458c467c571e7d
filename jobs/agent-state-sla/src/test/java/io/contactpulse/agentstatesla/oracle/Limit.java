package io.contactpulse.agentstatesla.oracle;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One alert rule, told a second time: equal to what stands in default-rules.yaml, but not read from it. Thresholds are
 * milliseconds, or numbers where the measure counts.
 */
record Limit(
        String ruleId,
        String measure,
        Optional<String> state,
        Set<String> customStatus,
        Optional<String> channel,
        Optional<Seen.Kind> kind,
        long warn,
        long critical) {

    static final List<Limit> SHIPPED = List.of(
            state("ringing-too-long", "RINGING", ofSeconds(20), ofSeconds(45)).of(Seen.Kind.HUMAN),
            state("missed-not-cleared", "MISSED", ofSeconds(30), ofSeconds(120)),
            state("rejected-not-cleared", "REJECTED", ofSeconds(30), ofSeconds(120)),
            state("in-error", "ERROR", ofSeconds(15), ofSeconds(60)),
            state("hold-too-long", "ON_HOLD", ofSeconds(120), ofSeconds(180)),
            state("talk-too-long", "ON_CONTACT", ofMinutes(15), ofMinutes(25)).only("VOICE"),
            state("after-contact-work-too-long", "ACW", ofMinutes(3), ofMinutes(5)),
            state("lunch-too-long", "CUSTOM", ofMinutes(45), ofMinutes(60)).named("Lunch"),
            state("break-too-long", "CUSTOM", ofMinutes(20), ofMinutes(40)).named("Break", "Coaching", "Training"),
            state("ai-agent-in-slow-step", "CUSTOM", ofSeconds(10), ofSeconds(30))
                    .of(Seen.Kind.AI),
            time("total-hold-too-long", "totalHoldSeconds", ofMinutes(4), ofMinutes(6)),
            count("rejected-often", "rejectedCount", 3, 5),
            count("missed-in-a-row", "missedInARow", 2, 3),
            time("silent-agent", "silentSeconds", ofMinutes(5), ofMinutes(10)),
            time("next-status-pending", "nextStatusSeconds", ofMinutes(10), ofMinutes(20)),
            time("login-too-long", "loginSeconds", ofHours(10), ofHours(12)),
            time("ai-agent-slow-cycle", "cycleSeconds", ofSeconds(20), ofSeconds(60)),
            count("ai-agent-never-responds", "cyclesWithoutResponse", 3, 5));

    boolean covers(Episode episode, Seen.Kind agentKind) {
        return measure.equals(episode.measure())
                && kind.map(agentKind::equals).orElse(true)
                && state.map(episode.condition().state()::equals).orElse(true)
                && (customStatus.isEmpty()
                        || episode.condition()
                                .customStatus()
                                .filter(customStatus::contains)
                                .isPresent())
                && (channel.isEmpty()
                        || episode.contact().map(Seen.InHand::channel).equals(channel));
    }

    private static Limit state(String ruleId, String state, Duration warn, Duration critical) {
        Limit limit = time(ruleId, "stateSeconds", warn, critical);
        return new Limit(
                ruleId,
                limit.measure,
                Optional.of(state),
                limit.customStatus,
                limit.channel,
                limit.kind,
                limit.warn,
                limit.critical);
    }

    private static Limit time(String ruleId, String measure, Duration warn, Duration critical) {
        return count(ruleId, measure, warn.toMillis(), critical.toMillis());
    }

    private static Limit count(String ruleId, String measure, long warn, long critical) {
        return new Limit(
                ruleId, measure, Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), warn, critical);
    }

    private Limit only(String voiceOrChat) {
        return new Limit(ruleId, measure, state, customStatus, Optional.of(voiceOrChat), kind, warn, critical);
    }

    private Limit of(Seen.Kind humanOrAi) {
        return new Limit(ruleId, measure, state, customStatus, channel, Optional.of(humanOrAi), warn, critical);
    }

    private Limit named(String... names) {
        return new Limit(ruleId, measure, state, Set.of(names), channel, kind, warn, critical);
    }
}
