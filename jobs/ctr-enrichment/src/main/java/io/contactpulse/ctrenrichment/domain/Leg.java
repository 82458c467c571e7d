package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** One contact by itself: what its record says, and the measures that follow from it. */
final class Leg {
    static final String INBOUND = "INBOUND";
    static final String CALLBACK = "CALLBACK";
    static final String EXTERNAL_OUTBOUND = "EXTERNAL_OUTBOUND";
    static final String QUEUE_TRANSFER = "QUEUE_TRANSFER";

    private static final Set<String> TRANSFERS = Set.of("TRANSFER", QUEUE_TRANSFER);
    private static final Set<String> WITHOUT_IVR = Set.of(CALLBACK, "OUTBOUND");

    /** Legs beside the customer's way: a supervisor listens, a survey follows, a third party is called. */
    private static final Set<String> ASIDE = Set.of("MONITOR", "DISCONNECT", EXTERNAL_OUTBOUND);

    private final ContactRecord record;

    Leg(ContactRecord record) {
        this.record = record;
    }

    ContactRecord record() {
        return record;
    }

    String id() {
        return record.getContactId();
    }

    static String journeyOf(ContactRecord record) {
        return record.getOptionalInitialContactId().orElse(record.getContactId());
    }

    Instant start() {
        return record.getOptionalInitiatedAt().or(record::getOptionalEnqueuedAt).orElse(record.getLastUpdatedAt());
    }

    /** When the customer's end left. */
    Instant end() {
        return record.getOptionalEndedAt().orElse(record.getLastUpdatedAt());
    }

    /** When nobody had to do with it any more; the record is written soon after. */
    Instant completion() {
        return record.getOptionalAcwEndedAt()
                .filter(acwEnd -> acwEnd.isAfter(end()))
                .orElse(end());
    }

    boolean isBy(String method) {
        return record.getOptionalInitiationMethod().filter(method::equals).isPresent();
    }

    boolean isTransfer() {
        return record.getOptionalInitiationMethod().filter(TRANSFERS::contains).isPresent();
    }

    boolean isAside() {
        return record.getOptionalInitiationMethod().filter(ASIDE::contains).isPresent();
    }

    boolean endedBy(String reason) {
        return record.getOptionalDisconnectReason().filter(reason::equals).isPresent();
    }

    boolean reachedAgent() {
        return record.getOptionalAgentId().isPresent()
                || record.getOptionalAnsweredAt().isPresent();
    }

    boolean wasQueued() {
        return record.getOptionalQueueId().isPresent();
    }

    /** When the agent's part in the talk was over. */
    Instant agentLeft() {
        return record.getOptionalAcwStartedAt().orElse(end());
    }

    OptionalLong ivrSeconds() {
        if (record.getOptionalInitiationMethod().filter(WITHOUT_IVR::contains).isPresent()) {
            return OptionalLong.of(0);
        }
        return seconds(
                record.getOptionalInitiatedAt(), record.getOptionalEnqueuedAt().or(record::getOptionalEndedAt));
    }

    OptionalLong queueSeconds() {
        return wasQueued()
                ? seconds(record.getOptionalEnqueuedAt(), record.getOptionalDequeuedAt())
                : OptionalLong.empty();
    }

    /** From the agent's durations, because an agent's part may end before or after the customer's. */
    OptionalLong handleSeconds() {
        if (!reachedAgent()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Stream.of(
                        record.getOptionalTalkSeconds(),
                        record.getOptionalHoldSeconds(),
                        record.getOptionalAcwSeconds())
                .flatMap(Optional::stream)
                .mapToLong(Integer::longValue)
                .sum());
    }

    private static OptionalLong seconds(Optional<Instant> from, Optional<Instant> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                Math.max(0, Duration.between(from.get(), to.get()).toSeconds()));
    }
}
