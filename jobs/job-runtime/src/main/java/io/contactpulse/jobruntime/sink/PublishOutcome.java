package io.contactpulse.jobruntime.sink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one message when it was last sent. */
final class PublishOutcome {
    enum Kind {
        PUBLISHED,
        HELD_BACK,
        REFUSED,
        FAILED_FOR_NOW,
        FAILED
    }

    private final OutgoingMessage message;
    private final Kind kind;
    private final String text;
    private final Instant at;
    private final @Nullable Throwable error;

    private PublishOutcome(OutgoingMessage message, Kind kind, String text, Instant at, @Nullable Throwable error) {
        this.message = message;
        this.kind = kind;
        this.text = text;
        this.at = at;
        this.error = error;
    }

    static PublishOutcome published(OutgoingMessage message, Instant at) {
        return new PublishOutcome(message, Kind.PUBLISHED, "", at, null);
    }

    static PublishOutcome heldBack(OutgoingMessage message) {
        return new PublishOutcome(message, Kind.HELD_BACK, "", Instant.EPOCH, null);
    }

    static PublishOutcome notPublished(OutgoingMessage message, Kind kind, String text) {
        return new PublishOutcome(message, kind, text, Instant.EPOCH, null);
    }

    static PublishOutcome notPublished(OutgoingMessage message, Kind kind, Throwable error) {
        return new PublishOutcome(message, kind, String.valueOf(error.getMessage()), Instant.EPOCH, error);
    }

    OutgoingMessage message() {
        return message;
    }

    Kind kind() {
        return kind;
    }

    /** What the service said. */
    String text() {
        return text;
    }

    /** How long after its fact the message was published. */
    long delayMillis() {
        return at.toEpochMilli() - message.row().getAt().toEpochMilli();
    }

    @Nullable
    Throwable error() {
        return error;
    }
}
