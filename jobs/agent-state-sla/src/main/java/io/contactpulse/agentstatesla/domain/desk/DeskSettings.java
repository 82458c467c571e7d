package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.message.AlertMessages;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the alert desk works, whatever the rules are. */
public final class DeskSettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Duration fence;
    private final int stormAlerts;
    private final Duration stormWithin;
    private final int pagesPerHour;
    private final Duration feedSilence;
    private final TreeMap<String, String> carriers;
    private final AlertMessages messages;

    private DeskSettings(Builder builder) {
        fence = builder.fence;
        stormAlerts = builder.stormAlerts;
        stormWithin = builder.stormWithin;
        pagesPerHour = builder.pagesPerHour;
        feedSilence = builder.feedSilence;
        carriers = new TreeMap<>(builder.carriers);
        messages = builder.messages;
    }

    public static Builder newBuilder() {
        return new Builder();
    }

    /** Nobody is paged for what became true longer ago than this. */
    Duration fence() {
        return fence;
    }

    /** So many alerts, or agents in trouble, with one cause are an incident. */
    int stormAlerts() {
        return stormAlerts;
    }

    Duration stormWithin() {
        return stormWithin;
    }

    int pagesPerHour() {
        return pagesPerHour;
    }

    /** When nobody was heard for so long, the feed is lost; unless a rule says otherwise. */
    Duration feedSilence() {
        return feedSilence;
    }

    Optional<String> carrierOf(String queueName) {
        return Optional.ofNullable(carriers.get(queueName));
    }

    AlertMessages messages() {
        return messages;
    }

    /** Starts with what suits most. */
    public static final class Builder {
        private Duration fence = Duration.ofMinutes(10);
        private int stormAlerts = 5;
        private Duration stormWithin = Duration.ofSeconds(60);
        private int pagesPerHour = 60;
        private Duration feedSilence = Duration.ofMinutes(5);
        private Map<String, String> carriers = Map.of();
        private AlertMessages messages = AlertMessages.plain();

        private Builder() {}

        public Builder fence(Duration age) {
            fence = positive("fence", age);
            return this;
        }

        public Builder stormAlerts(int alerts) {
            stormAlerts = positive("storm alerts", alerts);
            return this;
        }

        public Builder stormWithin(Duration duration) {
            stormWithin = positive("storm within", duration);
            return this;
        }

        public Builder pagesPerHour(int pages) {
            pagesPerHour = positive("pages per hour", pages);
            return this;
        }

        public Builder feedSilence(Duration duration) {
            feedSilence = positive("feed silence", duration);
            return this;
        }

        /** By the name of the queue. */
        public Builder carriers(Map<String, String> byQueueName) {
            carriers = byQueueName;
            return this;
        }

        /** How messages are written. */
        public Builder messages(AlertMessages writer) {
            messages = writer;
            return this;
        }

        public DeskSettings build() {
            return new DeskSettings(this);
        }

        private static int positive(String what, int value) {
            if (value <= 0) {
                throw new IllegalArgumentException(what + " must be at least 1, not " + value);
            }
            return value;
        }

        private static Duration positive(String what, Duration value) {
            if (value.isZero() || value.isNegative()) {
                throw new IllegalArgumentException(what + " must be longer than nothing, not " + value);
            }
            return value;
        }
    }
}
