package io.contactpulse.agentstatesla.oracle;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One alert rule for people, told a second time: equal to what stands in default-rules.yaml, but not read from it. */
record Limit(
        String ruleId,
        String state,
        Optional<Set<String>> customStatus,
        Optional<String> channel,
        Duration warn,
        Duration critical) {

    static final List<Limit> SHIPPED = List.of(
            limit("ringing-too-long", "RINGING", ofSeconds(20), ofSeconds(45)),
            limit("missed-not-cleared", "MISSED", ofSeconds(30), ofSeconds(120)),
            limit("rejected-not-cleared", "REJECTED", ofSeconds(30), ofSeconds(120)),
            limit("in-error", "ERROR", ofSeconds(15), ofSeconds(60)),
            limit("hold-too-long", "ON_HOLD", ofSeconds(120), ofSeconds(180)),
            limit("talk-too-long", "ON_CONTACT", ofMinutes(15), ofMinutes(25)).only("VOICE"),
            limit("after-contact-work-too-long", "ACW", ofMinutes(3), ofMinutes(5)),
            limit("lunch-too-long", "CUSTOM", ofMinutes(45), ofMinutes(60)).named("Lunch"),
            limit("break-too-long", "CUSTOM", ofMinutes(20), ofMinutes(40)).named("Break", "Coaching", "Training"));

    boolean covers(Clock clock) {
        return state.equals(clock.condition().state())
                && customStatus
                        .map(names -> clock.condition()
                                .customStatus()
                                .filter(names::contains)
                                .isPresent())
                        .orElse(true)
                && channel.map(name -> clock.channel().filter(name::equals).isPresent())
                        .orElse(true);
    }

    private static Limit limit(String ruleId, String state, Duration warn, Duration critical) {
        return new Limit(ruleId, state, Optional.empty(), Optional.empty(), warn, critical);
    }

    private Limit only(String voiceOrChat) {
        return new Limit(ruleId, state, customStatus, Optional.of(voiceOrChat), warn, critical);
    }

    private Limit named(String... names) {
        return new Limit(ruleId, state, Optional.of(Set.of(names)), channel, warn, critical);
    }
}
