package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The legs of one journey in order: by begin, then parents before children, whatever order they arrived in. */
final class Legs {
    private final List<Leg> ordered;
    private final Map<String, Leg> byId;

    private Legs(List<Leg> ordered, Map<String, Leg> byId) {
        this.ordered = ordered;
        this.byId = byId;
    }

    static Legs of(Collection<ContactRecord> records) {
        Map<String, Leg> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.put(record.getContactId(), new Leg(record)));
        List<Leg> ordered = new ArrayList<>(byId.values());
        ordered.sort(Comparator.comparing(Leg::start)
                .thenComparing(leg -> depth(leg, byId))
                .thenComparing(Leg::id));
        return new Legs(ordered, byId);
    }

    /** Number of known legs before it in its chain; records that name each other in a circle do not count for ever. */
    private static int depth(Leg leg, Map<String, Leg> byId) {
        int depth = 0;
        Optional<Leg> at = Optional.of(leg);
        while (at.isPresent() && depth <= byId.size()) {
            at = at.get().record().getOptionalPreviousContactId().map(byId::get);
            depth++;
        }
        return depth;
    }

    List<Leg> inOrder() {
        return ordered;
    }

    Leg get(String contactId) {
        return Objects.requireNonNull(byId.get(contactId), contactId);
    }

    Leg first() {
        return ordered.get(0);
    }

    /** Where the customer's way ended, not the survey or the supervisor after it. */
    Leg last() {
        return ordered.stream()
                .filter(leg -> !leg.isAside())
                .reduce((before, after) -> after)
                .orElse(ordered.get(ordered.size() - 1));
    }

    /** Legs that came out of this one; it names only the last of them itself. */
    List<Leg> childrenOf(Leg leg) {
        Optional<String> next = leg.record().getOptionalNextContactId();
        return ordered.stream()
                .filter(other -> next.filter(other.id()::equals).isPresent() || isChild(other, leg))
                .collect(Collectors.toList());
    }

    private static boolean isChild(Leg child, Leg parent) {
        return child.record()
                .getOptionalPreviousContactId()
                .filter(parent.id()::equals)
                .isPresent();
    }

    /** Whether it announces a leg that was not seen. */
    boolean isFollowedByUnseen(Leg leg) {
        return leg.record()
                .getOptionalNextContactId()
                .filter(id -> !byId.containsKey(id))
                .isPresent();
    }

    /** Until when each leg that was announced and not seen may still come. */
    Stream<Instant> waitingUntil(CtrRules rules) {
        return ordered.stream()
                .filter(this::isFollowedByUnseen)
                .map(leg -> leg.completion().plus(rules.journeyOpen()));
    }
}
