package io.contactpulse.launcher.replay;

import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Event time of records that come in order: each says that nothing earlier follows. Records without a time say nothing. */
final class SortedTimes implements WatermarkStrategy<RawRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public TimestampAssigner<RawRecord> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return (record, before) ->
                record.getOptionalEventTime().map(Instant::toEpochMilli).orElse(before);
    }

    @Override
    public WatermarkGenerator<RawRecord> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
        return new PerRecord();
    }

    private static final class PerRecord implements WatermarkGenerator<RawRecord> {
        @Override
        public void onEvent(RawRecord record, long timestamp, WatermarkOutput output) {
            if (record.getOptionalEventTime().isPresent()) {
                output.emitWatermark(new Watermark(timestamp - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Every record has already said what it can.
        }
    }
}
