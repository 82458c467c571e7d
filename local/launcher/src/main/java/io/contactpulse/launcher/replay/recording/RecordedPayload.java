package io.contactpulse.launcher.replay.recording;

import java.time.Instant;
import java.util.Optional;

/**
 * One record of a recording.
 *
 * @param bytes as its producer wrote them
 * @param arrivedAt when the stream received it, if the recording tells
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record RecordedPayload(byte[] bytes, Optional<Instant> arrivedAt) {
    static RecordedPayload withoutArrival(byte[] bytes) {
        return new RecordedPayload(bytes, Optional.empty());
    }
}
