package io.contactpulse.jobruntime.lake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.RejectedRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/** The bytes of dead letters as lines of the raw archive's form, which a replay reads, in a folder for each day. */
final class RawLetters implements Encoder<RejectedRecord>, BucketAssigner<RejectedRecord, String> {
    static final String SUFFIX = ".jsonl";

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Table<DeadLetter> table = Table.of(DeadLetter.class);

    @Override
    public void encode(RejectedRecord rejected, OutputStream out) throws IOException {
        DeadLetter letter = rejected.getLetter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("approximateArrivalTimestamp");
            json.writeObject(
                    letter.getOptionalArrivedAt().map(Instant::toEpochMilli).orElse(null));
            json.writeBinaryField("data", bytes(rejected.getPayload()));
            json.writeStringField("stream", letter.getStream());
            json.writeStringField("reason", letter.getReason().name());
            json.writeStringField("sha256", letter.getSha256());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    @Override
    public String getBucketId(RejectedRecord rejected, Context context) {
        return DayBuckets.folderOf(table, rejected.getLetter());
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }

    private static byte[] bytes(ByteBuffer payload) {
        ByteBuffer view = payload.duplicate();
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        return bytes;
    }
}
