package io.contactpulse.agentstatesla.domain.queue;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Within how long a contact should be answered: for all queues, and for those that differ. The limit itself is within. */
public final class ServiceLevelTargets implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Duration usual;
    private final TreeMap<String, Duration> byQueueId;

    private ServiceLevelTargets(Duration usual, Map<String, Duration> byQueueId) {
        this.usual = usual;
        this.byQueueId = new TreeMap<>(byQueueId);
    }

    public static ServiceLevelTargets of(Duration usual, Map<String, Duration> byQueueId) {
        requirePositive(usual);
        byQueueId.values().forEach(ServiceLevelTargets::requirePositive);
        return new ServiceLevelTargets(usual, byQueueId);
    }

    private static void requirePositive(Duration target) {
        if (target.isZero() || target.isNegative()) {
            throw new IllegalArgumentException("a service level target must be positive, not " + target);
        }
    }

    Duration of(String queueId) {
        return byQueueId.getOrDefault(queueId, usual);
    }
}
