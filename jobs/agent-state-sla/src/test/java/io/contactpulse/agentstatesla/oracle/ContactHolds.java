package io.contactpulse.agentstatesla.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All times a contact was on hold, from its first hold until the contact is ended or out of the agent's hands. */
final class ContactHolds {
    private ContactHolds() {}

    static List<Episode> of(List<Clock> clocks) {
        Map<String, List<Clock>> byContact = clocks.stream()
                .filter(clock -> clock.contact().isPresent())
                .sorted(Comparator.comparing(Clock::seenAt))
                .collect(Collectors.groupingBy(clock -> clock.contact().get().id(), TreeMap::new, Collectors.toList()));
        return byContact.values().stream()
                .flatMap(contact -> stays(contact).stream())
                .flatMap(stay -> episode(stay).stream())
                .toList();
    }

    /** Clocks that follow each other without a gap and without an end of the contact in between. */
    private static List<List<Clock>> stays(List<Clock> clocks) {
        List<List<Clock>> stays = new ArrayList<>();
        Optional<Instant> over = Optional.empty();
        for (Clock clock : clocks) {
            if (clock.isIn("ACW")) {
                over = Optional.empty();
                continue;
            }
            if (!over.equals(Optional.of(clock.seenAt()))) {
                stays.add(new ArrayList<>());
            }
            stays.get(stays.size() - 1).add(clock);
            over = clock.end();
        }
        return stays;
    }

    private static Optional<Episode> episode(List<Clock> stay) {
        List<Clock> holds = stay.stream().filter(clock -> clock.isIn("ON_HOLD")).toList();
        return holds.stream()
                .findFirst()
                .map(first -> new Episode(
                        "totalHoldSeconds",
                        first.contact(),
                        first.condition(),
                        first.start(),
                        first.seenAt(),
                        stay.get(stay.size() - 1).end(),
                        Growth.summed(holds)));
    }
}
