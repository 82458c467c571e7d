package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.schema.QueuePressure;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a message tells beside the alert itself: how the contact's queue does, and what the rule's author adds. */
public final class Surroundings {
    private final @Nullable QueuePressure queue;
    private final SortedMap<String, String> attributes;

    private Surroundings(@Nullable QueuePressure queue, SortedMap<String, String> attributes) {
        this.queue = queue;
        this.attributes = attributes;
    }

    public static Surroundings of(Optional<QueuePressure> queue, SortedMap<String, String> attributes) {
        return new Surroundings(queue.orElse(null), new TreeMap<>(attributes));
    }

    Optional<QueuePressure> queue() {
        return Optional.ofNullable(queue);
    }

    SortedMap<String, String> attributes() {
        return attributes;
    }
}
