package io.contactpulse.jobruntime;

import static io.contactpulse.jobruntime.RawRecords.aRawRecord;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PayloadTest {
    private static final byte[] BYTES = {1, 2, 3, 4};

    @Test
    void givesTheBytesWithoutCopyingThem() {
        assertThat(Payload.of(aRawRecord(BYTES))).isSameAs(BYTES);
    }

    @Test
    void givesOnlyTheBytesOfTheBuffersWindow() {
        RawRecord record = aRawRecord(BYTES);
        record.setPayload(ByteBuffer.wrap(BYTES, 1, 2));

        assertThat(Payload.of(record)).containsExactly(2, 3);
    }

    @Test
    void readsAReadOnlyBufferAndLeavesItsPosition() {
        RawRecord record = aRawRecord(BYTES);
        record.setPayload(ByteBuffer.wrap(BYTES).asReadOnlyBuffer());

        assertThat(Payload.of(record)).containsExactly(BYTES);
        assertThat(Payload.of(record)).containsExactly(BYTES);
    }
}
