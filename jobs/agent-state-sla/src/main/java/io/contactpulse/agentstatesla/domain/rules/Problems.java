package io.contactpulse.agentstatesla.domain.rules;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong in a set of rule files, each thing once, and which ids are taken. Nobody reads thousands: the rest is cut. */
final class Problems {
    private static final int MOST = 1000;

    private final Set<String> found = new LinkedHashSet<>();
    private final Map<String, String> placeOfId = new LinkedHashMap<>();
    private int count;

    void add(String place, String reason) {
        count++;
        if (found.size() < MOST) {
            found.add(place + ": " + reason);
        }
    }

    /** Where the id was taken before, if it was. */
    Optional<String> takeId(String id, String place) {
        return Optional.ofNullable(placeOfId.putIfAbsent(id, place));
    }

    /** Whether it makes no sense to look for more. */
    boolean areEnough() {
        return count >= MOST;
    }

    /** Rises with every one, also with those that are cut. */
    int count() {
        return count;
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
