package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.JourneyFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds tries of one customer with one intent that repeat an earlier one, on whatever channel. Goes over all journeys of
 * the group for every change, because one that comes late changes those after it.
 */
public final class RepeatFinder {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Comparator<JourneyFacts> BY_START =
            Comparator.comparing(JourneyFacts::getStartedAt).thenComparing(JourneyFacts::getJourneyId);

    private RepeatFinder() {}

    /** How long a journey may matter to others after nothing changes it any more. */
    public static Duration window() {
        return WINDOW;
    }

    /** The journeys of a group after the changes; of those that are the same as before, the very objects. */
    public static List<JourneyFacts> apply(Collection<JourneyFacts> known, List<JourneyFacts> changes) {
        Map<String, JourneyFacts> journeys = new TreeMap<>();
        known.forEach(facts -> journeys.put(facts.getJourneyId(), facts));
        for (JourneyFacts change : changes) {
            if (change.getWithdrawn()) {
                journeys.remove(change.getJourneyId());
            } else {
                journeys.put(change.getJourneyId(), change);
            }
        }
        List<JourneyFacts> ordered = new ArrayList<>(journeys.values());
        ordered.sort(BY_START);
        return linked(ordered, changes);
    }

    private static List<JourneyFacts> linked(List<JourneyFacts> ordered, List<JourneyFacts> changes) {
        List<JourneyFacts> linked = new ArrayList<>();
        @Nullable JourneyFacts before = null;
        for (JourneyFacts facts : ordered) {
            before = linked(facts, Optional.ofNullable(before), changes);
            linked.add(before);
        }
        return linked;
    }

    private static JourneyFacts linked(JourneyFacts facts, Optional<JourneyFacts> before, List<JourneyFacts> changes) {
        Optional<JourneyFacts> first = before.filter(earlier ->
                Duration.between(earlier.getStartedAt(), facts.getStartedAt()).compareTo(WINDOW) <= 0);
        Optional<String> repeatOf = first.map(JourneyFacts::getJourneyId);
        int repeats = first.map(earlier -> earlier.getRepeats() + 1).orElse(0);
        if (facts.getOptionalRepeatOf().equals(repeatOf) && facts.getRepeats() == repeats) {
            return facts;
        }
        return JourneyFacts.newBuilder(facts)
                .setRepeatOf(repeatOf.orElse(null))
                .setRepeats(repeats)
                .setAt(changes.get(changes.size() - 1).getAt())
                .build();
    }
}
