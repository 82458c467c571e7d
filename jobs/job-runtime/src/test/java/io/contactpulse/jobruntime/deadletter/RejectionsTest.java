package io.contactpulse.jobruntime.deadletter;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static io.contactpulse.jobruntime.RawRecords.aRawRecord;
import static io.contactpulse.jobruntime.RawRecords.aRecordedOne;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RejectedRecord;
import org.junit.jupiter.api.Test;

class RejectionsTest {
    /** Of the text {@code abc}, as published with the algorithm. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void describesTheRecordWithoutItsContent() {
        RejectedRecord rejected =
                Rejections.of(aRawRecord("abc"), "some-id", DeadLetterReason.NOT_JSON_OR_AVRO, "it is text");

        assertThat(rejected.getLetter())
                .isEqualTo(DeadLetter.newBuilder()
                        .setSha256(SHA256_OF_ABC)
                        .setStream("input")
                        .setShard("shardId-000000000000")
                        .setSequenceNumber("4711")
                        .setArrivedAt(NINE_OCLOCK)
                        .setSchemaId("some-id")
                        .setReason(DeadLetterReason.NOT_JSON_OR_AVRO)
                        .setMessage("it is text")
                        .setLength(3)
                        .setExcerpt("xxx")
                        .build());
    }

    @Test
    void keepsTheBytes() {
        assertThat(Rejections.of(aRawRecord("abc"), DeadLetterReason.UNKNOWN, "a test")
                        .getPayload()
                        .array())
                .isEqualTo("abc".getBytes(UTF_8));
    }

    @Test
    void leavesOpenWhatARecordingDoesNotTell() {
        DeadLetter letter = Rejections.of(aRecordedOne(new byte[] {1}), DeadLetterReason.UNKNOWN, "a test")
                .getLetter();

        assertThat(letter.getOptionalShard()).isEmpty();
        assertThat(letter.getOptionalSequenceNumber()).isEmpty();
        assertThat(letter.getOptionalArrivedAt()).isEmpty();
        assertThat(letter.getOptionalSchemaId()).isEmpty();
    }
}
