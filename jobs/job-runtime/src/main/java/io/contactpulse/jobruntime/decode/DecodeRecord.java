package io.contactpulse.jobruntime.decode;

import io.contactpulse.jobruntime.Payload;
import io.contactpulse.jobruntime.deadletter.Rejections;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import io.contactpulse.schema.RejectedRecord;
import java.time.Instant;
import java.util.UUID;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Makes typed records of raw ones. A record that cannot be read becomes a dead letter on {@link #REJECTED}; it neither
 * stops the job nor touches the next record. Trouble of the schema registry does fail the job, so that nothing is lost.
 */
public final class DecodeRecord<T> extends ProcessFunction<RawRecord, T> implements ResultTypeQueryable<T> {
    public static final OutputTag<RejectedRecord> REJECTED =
            new OutputTag<>("rejected-records", TypeInformation.of(RejectedRecord.class));

    private static final long serialVersionUID = 1L;

    private final RecordFormat<T> format;
    private final WriterSchemas schemas;
    private final FutureCap futureCap;

    private transient AvroDocument avro;
    private transient DecodeCounters counters;

    public DecodeRecord(RecordFormat<T> format, WriterSchemas schemas, FutureCap futureCap) {
        this.format = format;
        this.schemas = schemas;
        this.futureCap = futureCap;
    }

    @Override
    public void open(OpenContext openContext) {
        avro = new AvroDocument(schemas, format.avroTypes());
        counters = new DecodeCounters(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(RawRecord record, Context context, Collector<T> out) {
        byte[] payload = Payload.of(record);
        T value;
        try {
            value = decode(record, payload);
        } catch (Unreadable problem) {
            counters.rejected(problem.reason());
            String schemaId = GlueFrame.schemaId(payload).map(UUID::toString).orElse(null);
            context.output(REJECTED, Rejections.of(record, schemaId, problem.reason(), problem.explanation()));
            return;
        }
        counters.decoded();
        out.collect(value);
    }

    private T decode(RawRecord record, byte[] payload) throws Unreadable {
        T value = PayloadKind.of(payload) == PayloadKind.JSON
                ? JsonDocument.read(format, record, payload)
                : format.fromAvro(record, avro.read(payload));
        Instant time = format.timeOf(value);
        if (futureCap.isExceededBy(time, record.getOptionalArrivedAt())) {
            throw new Unreadable(
                    DeadLetterReason.FUTURE_TIMESTAMP,
                    "the record's time " + time + " is too far ahead of its arrival; check the producer's clock");
        }
        return value;
    }

    @Override
    public TypeInformation<T> getProducedType() {
        return TypeInformation.of(format.type());
    }
}
