package io.contactpulse.ctrenrichment.domain;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/** The numbers that the rules go by. */
public final class CtrRules implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Thresholds serviceLevel;
    private final Thresholds shortAbandon;
    private final Duration journeyOpen;
    private final Duration retention;

    private CtrRules(Thresholds serviceLevel, Thresholds shortAbandon, Duration journeyOpen, Duration retention) {
        this.serviceLevel = serviceLevel;
        this.shortAbandon = shortAbandon;
        this.journeyOpen = journeyOpen;
        this.retention = retention;
    }

    public static CtrRules of(
            Thresholds serviceLevel, Thresholds shortAbandon, Duration journeyOpen, Duration retention) {
        return new CtrRules(serviceLevel, shortAbandon, journeyOpen, retention);
    }

    public static CtrRules defaults() {
        return of(Thresholds.of(20, Map.of()), Thresholds.of(5, Map.of()), Duration.ofHours(4), Duration.ofDays(8));
    }

    /** Leaving the queue within so many seconds, this number included, keeps the service level. */
    Thresholds serviceLevel() {
        return serviceLevel;
    }

    /** Abandoning before so many seconds, this number excluded, does not count as a failure. */
    Thresholds shortAbandon() {
        return shortAbandon;
    }

    /** How long after its end a leg's announcement of another one keeps the journey open. */
    Duration journeyOpen() {
        return journeyOpen;
    }

    /** How long after its end a contact may still be corrected in everything that was made of it. */
    Duration retention() {
        return retention;
    }
}
