package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the clocks that run through one agent's moments: one for each contact, one for the status. */
final class Clocks {
    private Clocks() {}

    static List<Clock> of(List<Moment> moments) {
        return Stream.concat(contactClocks(moments).stream(), statusClocks(moments).stream())
                .toList();
    }

    private static List<Clock> contactClocks(List<Moment> moments) {
        List<Clock> ended = new ArrayList<>();
        Map<String, Clock> running = new TreeMap<>();
        for (Moment moment : moments) {
            Map<String, Clock> next = new TreeMap<>();
            for (Seen.InHand contact : moment.contacts()) {
                Clock before = running.get(contact.id());
                Condition condition = Condition.plain(Moment.contactState(contact.state()));
                boolean goesOn = before != null && before.condition().equals(condition);
                next.put(
                        contact.id(), goesOn ? running.remove(contact.id()) : started(contact, condition, moment.at()));
            }
            running.values().forEach(clock -> ended.add(clock.endingAt(moment.at())));
            running = next;
        }
        ended.addAll(running.values());
        return ended;
    }

    private static Clock started(Seen.InHand contact, Condition condition, Instant at) {
        return new Clock(Optional.of(contact), condition, notLater(contact.since(), at), at, Optional.empty());
    }

    private static List<Clock> statusClocks(List<Moment> moments) {
        List<Clock> clocks = new ArrayList<>();
        Optional<Clock> running = Optional.empty();
        Instant handsFree = Instant.MIN;
        boolean busy = false;
        for (Moment moment : moments) {
            if (busy && moment.contacts().isEmpty()) {
                handsFree = moment.at();
            }
            busy = !moment.contacts().isEmpty();
            Optional<Condition> watched =
                    moment.status().filter(status -> moment.contacts().isEmpty() || isError(status));
            if (watched.equals(running.map(Clock::condition))) {
                continue;
            }
            running.ifPresent(clock -> clocks.add(clock.endingAt(moment.at())));
            Instant notBefore = handsFree;
            running = watched.map(status -> new Clock(
                    Optional.empty(),
                    status,
                    later(notLater(moment.statusSince(), moment.at()), notBefore),
                    moment.at(),
                    Optional.empty()));
        }
        running.ifPresent(clocks::add);
        return clocks;
    }

    private static boolean isError(Condition status) {
        return status.state().equals("ERROR");
    }

    static Instant notLater(Optional<Instant> since, Instant at) {
        return since.filter(time -> !time.isAfter(at)).orElse(at);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
