package io.contactpulse.jobruntime.decode;

import static io.contactpulse.jobruntime.RawRecords.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.deadletter.Rejections;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class AvroDocumentTest {
    private static final Schema OLD = SchemaBuilder.record("io.contactpulse.schema.RawRecord")
            .fields()
            .requiredBytes("payload")
            .requiredString("stream")
            .endRecord();

    private static final Schema NEW = SchemaBuilder.record("io.contactpulse.schema.RawRecord")
            .fields()
            .name("tags")
            .type()
            .map()
            .values()
            .array()
            .items()
            .stringType()
            .noDefault()
            .requiredString("stream")
            .name("digest")
            .type()
            .fixed("Digest")
            .size(4)
            .noDefault()
            .requiredBytes("payload")
            .name("history")
            .type()
            .array()
            .items()
            .record("Step")
            .fields()
            .requiredString("note")
            .requiredBytes("blob")
            .requiredDouble("weight")
            .requiredFloat("share")
            .requiredBoolean("done")
            .endRecord()
            .noDefault()
            .endRecord();

    @Test
    void readsAnOlderVersionWithTheDefaultsOfThisOne() throws Unreadable {
        GenericData.Record written = new GenericRecordBuilder(OLD)
                .set("stream", "a")
                .set("payload", ByteBuffer.wrap(new byte[] {1, 2}))
                .build();

        assertThat(read(OLD, written)).isEqualTo(expected());
    }

    @Test
    void skipsWhatANewerVersionAdded() throws Unreadable {
        Schema step = NEW.getField("history").schema().getElementType();
        GenericData.Record first = new GenericRecordBuilder(step)
                .set("note", "n")
                .set("blob", ByteBuffer.allocate(3))
                .set("weight", 1d)
                .set("share", 1f)
                .set("done", true)
                .build();
        GenericData.Record written = new GenericRecordBuilder(NEW)
                .set("tags", Map.of("k", List.of("v", "w"), "l", List.of()))
                .set("stream", "a")
                .set("digest", new GenericData.Fixed(NEW.getField("digest").schema(), new byte[4]))
                .set("payload", ByteBuffer.wrap(new byte[] {1, 2}))
                .set("history", List.of(first, first))
                .build();

        assertThat(read(NEW, written)).isEqualTo(expected());
    }

    @Test
    void keepsTimesToTheMillisecond() throws Unreadable {
        RawRecord written = RawRecord.newBuilder(expected())
                .setArrivedAt(NINE_OCLOCK.plusMillis(7))
                .build();

        assertThat(read(RawRecord.getClassSchema(), written)).isEqualTo(written);
    }

    @Test
    void refusesAnyAvroWhereOnlyJsonIsExpected() {
        AvroDocument jsonOnly = new AvroDocument(WriterSchemas.none(), List.of());

        assertThatThrownBy(() -> jsonOnly.read(new byte[] {3}))
                .isInstanceOf(Unreadable.class)
                .hasMessage("the record is Avro, but this input carries JSON only");
    }

    @Test
    void choosesTheClassByTheWritersFullName() throws Unreadable {
        DeadLetter letter =
                Rejections.of(expected(), DeadLetterReason.UNKNOWN, "a test").getLetter();

        assertThat(read(DeadLetter.getClassSchema(), letter)).isEqualTo(letter);
    }

    private static SpecificRecord read(Schema writer, IndexedRecord written) throws Unreadable {
        AvroDocument document = new AvroDocument(id -> Optional.of(writer), List.of(RawRecord.class, DeadLetter.class));
        return document.read(GlueFrames.plain(GlueFrames.binary(written)));
    }

    private static RawRecord expected() {
        return RawRecord.newBuilder()
                .setStream("a")
                .setPayload(ByteBuffer.wrap(new byte[] {1, 2}))
                .build();
    }
}
