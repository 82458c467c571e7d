package io.contactpulse.agentstatesla.oracle;

import io.contactpulse.agentstatesla.oracle.Tables.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be measured of one person's shift beside single states. */
final class HumanEpisodes {
    private final Shift shift;
    private final List<Clock> contacts;

    private HumanEpisodes(Shift shift, List<Clock> clocks) {
        this.shift = shift;
        this.contacts = clocks.stream()
                .filter(clock -> clock.contact().isPresent() && shift.covers(clock.seenAt()))
                .sorted(Comparator.comparing(Clock::seenAt))
                .toList();
    }

    static Stream<Episode> of(Shift shift, List<Clock> clocks) {
        HumanEpisodes human = new HumanEpisodes(shift, clocks);
        return Stream.of(
                        List.of(human.login()),
                        human.rejections(),
                        human.unansweredRows(),
                        human.silences(),
                        human.nextStatuses())
                .flatMap(List::stream);
    }

    private Episode login() {
        Growth growth = Growth.since(shift.start());
        return agent("loginSeconds", Condition.plain("UNKNOWN"), shift.start(), shift.end(), growth);
    }

    private List<Episode> rejections() {
        List<Instant> times = contacts.stream()
                .filter(clock -> clock.isIn("REJECTED"))
                .map(Clock::seenAt)
                .toList();
        Condition rejected = Condition.plain("REJECTED");
        return List.of(agent("rejectedCount", rejected, shift.start(), shift.end(), Growth.counted(times)));
    }

    private List<Episode> unansweredRows() {
        List<Episode> rows = new ArrayList<>();
        List<Clock> row = new ArrayList<>();
        for (Clock clock : contacts) {
            if (clock.isIn("MISSED", "REJECTED")) {
                row.add(clock);
            } else if (clock.isIn("ON_CONTACT") && !row.isEmpty()) {
                rows.add(unanswered(row, Optional.of(clock.seenAt())));
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            rows.add(unanswered(row, shift.end()));
        }
        return rows;
    }

    private static Episode unanswered(List<Clock> row, Optional<Instant> end) {
        Growth growth = Growth.counted(row.stream().map(Clock::seenAt).toList());
        return agent("missedInARow", Condition.plain("MISSED"), row.get(0).start(), end, growth);
    }

    private List<Episode> silences() {
        List<Episode> silences = new ArrayList<>();
        boolean heard = false;
        for (int index = 0; index < shift.moments().size(); index++) {
            Moment moment = shift.moments().get(index);
            heard |= moment.isHeartBeat();
            if (heard && moment.isIn("AVAILABLE")) {
                boolean isLast = index + 1 == shift.moments().size();
                Optional<Instant> end = isLast
                        ? shift.end()
                        : Optional.of(shift.moments().get(index + 1).at());
                Growth growth = Growth.since(moment.at());
                silences.add(agent("silentSeconds", moment.condition(), moment.at(), end, growth));
            }
        }
        return silences;
    }

    private List<Episode> nextStatuses() {
        List<Episode> pending = new ArrayList<>();
        Optional<Moment> first = Optional.empty();
        for (Moment moment : shift.moments()) {
            if (nextName(Optional.of(moment)).equals(nextName(first))) {
                continue;
            }
            next(first, Optional.of(moment.at())).ifPresent(pending::add);
            first = Optional.of(moment);
        }
        next(first, shift.end()).ifPresent(pending::add);
        return pending;
    }

    private static Optional<String> nextName(Optional<Moment> moment) {
        return moment.flatMap(Moment::desk).flatMap(Seen.Desk::next).map(Seen.Next::name);
    }

    private static Optional<Episode> next(Optional<Moment> first, Optional<Instant> end) {
        return nextName(first).map(name -> {
            Instant seenAt = first.orElseThrow().at();
            Instant start = Clocks.notLater(
                    first.flatMap(Moment::desk).flatMap(Seen.Desk::next).flatMap(Seen.Next::since), seenAt);
            Condition condition = new Condition("CUSTOM", Optional.of(name));
            return new Episode(
                    "nextStatusSeconds", Optional.empty(), condition, start, seenAt, end, Growth.since(start));
        });
    }

    private static Episode agent(
            String measure, Condition condition, Instant start, Optional<Instant> end, Growth growth) {
        return new Episode(measure, Optional.empty(), condition, start, start, end, growth);
    }
}
