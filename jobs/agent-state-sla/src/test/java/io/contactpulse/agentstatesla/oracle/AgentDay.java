package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.AgentLine;
import io.contactpulse.agentstatesla.oracle.Tables.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One agent's day: a moment for every event, and what follows from them. */
final class AgentDay {
    private final String agentId;
    private final Seen.Kind kind;
    private final List<Moment> moments;
    private final List<Clock> clocks;
    private final long version;

    private AgentDay(Seen first, List<Moment> moments, long version) {
        this.agentId = first.agentId();
        this.kind = first.kind();
        this.moments = moments;
        this.clocks = Clocks.of(moments);
        this.version = version;
    }

    /** Takes one agent's events in the order of a replay. */
    static AgentDay of(List<Seen> events) {
        List<Moment> moments = new ArrayList<>();
        boolean loggedOut = false;
        long version = 0;
        for (Seen event : events) {
            loggedOut = event.isLogout() || (loggedOut && !event.isLogin());
            moments.add(loggedOut ? Moment.off(event.at()) : moment(event, last(moments)));
            version = Math.max(version + 1, event.at().toEpochMilli());
        }
        return new AgentDay(events.get(0), moments, version);
    }

    private static Moment moment(Seen event, Optional<Moment> before) {
        if (event.isHeartBeat() && before.filter(Moment::isOff).isPresent()) {
            return Moment.off(event.at());
        }
        return Moment.of(event);
    }

    String agentId() {
        return agentId;
    }

    Seen.Kind kind() {
        return kind;
    }

    /** Clocks of all contacts and of the status, ended or not. */
    List<Clock> clocks() {
        return clocks;
    }

    Stream<Episode> episodes() {
        Stream<Episode> ofShifts = Shift.of(moments).stream()
                .flatMap(shift -> kind == Seen.Kind.AI ? AiEpisodes.of(shift) : HumanEpisodes.of(shift, clocks));
        Stream<Episode> ofContacts = ContactHolds.of(clocks).stream();
        return Stream.concat(clocks.stream().map(Episode::of), Stream.concat(ofContacts, ofShifts));
    }

    /** What was known before that time; what the first event says, when nothing was. */
    Seen.Profile profileBefore(Instant time) {
        return profile(moment -> moment.at().isBefore(time))
                .or(() -> profile(moment -> true))
                .orElse(Seen.Profile.UNKNOWN);
    }

    Seen.Profile profileAt(Instant time) {
        return profile(moment -> !moment.at().isAfter(time)).orElse(Seen.Profile.UNKNOWN);
    }

    private Optional<Seen.Profile> profile(Predicate<Moment> known) {
        return moments.stream()
                .filter(known)
                .flatMap(moment -> moment.desk().stream())
                .reduce((before, after) -> after)
                .map(Seen.Desk::profile);
    }

    TimeSheet timeSheet() {
        return new TimeSheet(agentId, moments);
    }

    AgentLine agentLine() {
        TimeSheet.Span current = timeSheet().current();
        TreeSet<String> contacts = new TreeSet<>();
        for (Clock clock : clocks) {
            if (clock.end().isEmpty()) {
                clock.contact()
                        .map(contact -> new Held(contact.id(), clock.condition().state(), clock.start()))
                        .ifPresent(held -> contacts.add(held.toString()));
            }
        }
        Instant lastEventAt = last(moments).orElseThrow().at();
        return new AgentLine(agentId, current.condition(), current.start(), contacts, lastEventAt, version);
    }

    private static Optional<Moment> last(List<Moment> moments) {
        return moments.isEmpty() ? Optional.empty() : Optional.of(moments.get(moments.size() - 1));
    }
}
