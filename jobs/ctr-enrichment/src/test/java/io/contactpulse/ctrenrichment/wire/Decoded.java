package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.jobruntime.decode.DecodeRecord;
import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;

/** What the decoder makes of texts. */
public record Decoded(List<ContactRecord> records, List<DeadLetter> letters) {

    public static ContactRecord one(String json) {
        return of(RecordNames.defaults(), List.of(json)).records().get(0);
    }

    public static Decoded of(RecordNames names, List<String> texts) {
        var decode = new DecodeRecord<>(
                new ContactRecordFormat(names, CustomerKeys.ofReplays()),
                WriterSchemas.none(),
                FutureCap.of(Duration.ofMinutes(5)));
        try (var harness = ProcessFunctionTestHarnesses.forProcessFunction(decode)) {
            for (String text : texts) {
                harness.processElement(raw(text), 0);
            }
            List<DeadLetter> letters = new ArrayList<>();
            var rejected = harness.getSideOutput(DecodeRecord.REJECTED);
            if (rejected != null) {
                rejected.forEach(record -> letters.add(letter(record.getValue())));
            }
            return new Decoded(harness.extractOutputValues(), letters);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static DeadLetter letter(RejectedRecord rejected) {
        return rejected.getLetter();
    }

    private static RawRecord raw(String text) {
        return RawRecord.newBuilder()
                .setStream("ctr")
                .setPayload(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
