package io.contactpulse.ctrenrichment.domain;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A number of seconds for every queue: its own, or the one for all. */
public final class Thresholds implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long seconds;
    private final TreeMap<String, Long> byQueue;

    private Thresholds(long seconds, Map<String, Long> byQueue) {
        this.seconds = seconds;
        this.byQueue = new TreeMap<>(byQueue);
    }

    public static Thresholds of(long seconds, Map<String, Long> byQueue) {
        return new Thresholds(seconds, byQueue);
    }

    public long of(Optional<String> queueId) {
        return queueId.map(byQueue::get).orElse(seconds);
    }
}
