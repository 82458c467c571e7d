package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.AlertLine;
import java.time.Instant;
import java.util.Optional;

/** An episode that outgrew a limit. */
record Breach(AgentDay agent, Limit limit, Episode episode, Instant warnAt, Optional<Instant> criticalAt) {

    static Optional<Breach> of(AgentDay agent, Limit limit, Episode episode, Instant until) {
        return limit.covers(episode, agent.kind())
                ? episode.reaches(limit.warn(), until)
                        .map(warnAt ->
                                new Breach(agent, limit, episode, warnAt, episode.reaches(limit.critical(), until)))
                : Optional.empty();
    }

    /** What an event shows to have been too long before is known from that event on. */
    Instant knownAt() {
        return episode.seenAt().isAfter(warnAt) ? episode.seenAt() : warnAt;
    }

    /** Numbers grow with an event, so that event counts; time grows by itself, before anything else happens. */
    Seen.Profile profile() {
        boolean byEvent = limit.measure().endsWith("Count")
                || limit.measure().equals("missedInARow")
                || limit.measure().equals("cyclesWithoutResponse");
        return byEvent ? agent.profileAt(warnAt) : agent.profileBefore(warnAt);
    }

    Optional<Instant> end() {
        return episode.end();
    }

    AlertLine line() {
        return new AlertLine(
                episode.contact().isPresent() ? "CONTACT" : "AGENT",
                agent.agentId(),
                episode.contact().map(Seen.InHand::id),
                limit.ruleId(),
                episode.condition(),
                episode.start(),
                end().isPresent() ? "RESOLVED" : "FIRING",
                criticalAt.isPresent() ? "CRITICAL" : "WARN",
                Optional.of(warnAt),
                criticalAt,
                end(),
                1 + (criticalAt.isPresent() ? 1 : 0) + (end().isPresent() ? 1 : 0));
    }
}
