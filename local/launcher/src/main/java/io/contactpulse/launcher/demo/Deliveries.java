package io.contactpulse.launcher.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the subscriber has received so far. Used by several threads. */
final class Deliveries {
    private final Map<String, Delivery> first = new LinkedHashMap<>();
    private int repeated;

    synchronized void add(Delivery delivery) {
        if (first.putIfAbsent(delivery.messageId(), delivery) != null) {
            repeated++;
        }
    }

    synchronized int distinct() {
        return first.size();
    }

    /** Messages whose id had been received before. */
    synchronized int repeated() {
        return repeated;
    }

    /** The time from which the job was at the stream's tip decides what is measured; without it, nothing is. */
    synchronized Delays delays(Optional<Instant> atTipSince) {
        List<Delivery> breaches =
                first.values().stream().filter(Delivery::isBreach).toList();
        List<Long> millis = new ArrayList<>();
        for (Delivery breach : breaches) {
            if (atTipSince.filter(since -> !breach.at().isBefore(since)).isPresent()) {
                millis.add(breach.delay().toMillis());
            }
        }
        millis.sort(null);
        return new Delays(List.copyOf(millis), breaches.size() - millis.size());
    }
}
