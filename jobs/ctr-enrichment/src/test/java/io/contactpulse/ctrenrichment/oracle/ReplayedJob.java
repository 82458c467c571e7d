package io.contactpulse.ctrenrichment.oracle;

import io.contactpulse.ctrenrichment.CtrEnrichmentOutputs;
import io.contactpulse.ctrenrichment.CtrEnrichmentTopology;
import io.contactpulse.ctrenrichment.CtrSettings;
import io.contactpulse.ctrenrichment.domain.CtrRules;
import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.ctrenrichment.domain.Fence;
import io.contactpulse.ctrenrichment.operator.Pace;
import io.contactpulse.ctrenrichment.wire.ContactRecordFormat;
import io.contactpulse.ctrenrichment.wire.RecordNames;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** Runs the whole topology as a replay does: by time, with time told by the records, up to the newest of them. */
final class ReplayedJob {
    private ReplayedJob() {}

    static CtrSettings settings() {
        return CtrSettings.of(
                new ContactRecordFormat(RecordNames.defaults(), CustomerKeys.ofReplays()),
                CtrRules.defaults(),
                Fence.of(Duration.ofMinutes(10)));
    }

    /** Sorts by time only: repeats, and the order of records of one instant, stay as they were recorded. */
    static JobRows run(List<String> recording, int parallelism) throws Exception {
        List<Seen> records = recording.stream()
                .map(Seen::of)
                .sorted(Comparator.comparing(Seen::updated))
                .toList();
        Instant end = records.get(records.size() - 1).updated();
        WatermarkStrategy<RawRecord> times = WatermarkStrategy.forGenerator(context -> new EachTellsTheTime());
        return run(records, times, Pace.replay(end), parallelism);
    }

    /** As the live job takes what comes, in whatever order; no time passes before the end. */
    static JobRows runLive(List<String> recording) throws Exception {
        List<Seen> records = recording.stream().map(Seen::of).toList();
        return run(records, WatermarkStrategy.noWatermarks(), Pace.live(), 2);
    }

    private static JobRows run(List<Seen> records, WatermarkStrategy<RawRecord> times, Pace pace, int parallelism)
            throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create();
        environment.setParallelism(parallelism);
        CtrEnrichmentOutputs outputs = CtrEnrichmentTopology.define(
                source(environment, records, times), settings(), pace, FutureCap.of(Duration.ofMinutes(5)));
        var contacts = outputs.contacts().collectAsync();
        var journeys = outputs.journeys().collectAsync();
        var escalations = outputs.escalations().collectAsync();
        var events = outputs.escalationEvents().collectAsync();
        var messages = outputs.notifications().collectAsync();
        var queueIntervals = outputs.queueIntervals().collectAsync();

        environment.executeAsync();

        // A sink that nobody reads stops the job, hence all at once.
        var allContacts = read(contacts);
        var allJourneys = read(journeys);
        var allEscalations = read(escalations);
        var allEvents = read(events);
        var allMessages = read(messages);
        return new JobRows(
                allContacts.get(),
                allJourneys.get(),
                allEscalations.get(),
                allEvents.get(),
                allMessages.get(),
                read(queueIntervals).get());
    }

    private static DataStream<RawRecord> source(
            StreamExecutionEnvironment environment, List<Seen> records, WatermarkStrategy<RawRecord> times) {
        return environment
                .fromData(records.stream().map(ReplayedJob::record).toList())
                .setParallelism(1)
                .assignTimestampsAndWatermarks(times.withTimestampAssigner(
                        (record, before) -> record.getEventTime().toEpochMilli()))
                .setParallelism(1);
    }

    private static RawRecord record(Seen seen) {
        return RawRecord.newBuilder()
                .setStream("ctr")
                .setEventTime(seen.updated())
                .setPayload(ByteBuffer.wrap(seen.text().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static <T> CompletableFuture<List<T>> read(CloseableIterator<T> rows) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<T> all = new ArrayList<>();
                    rows.forEachRemaining(all::add);
                    return all;
                },
                runnable -> new Thread(runnable).start());
    }

    private static final class EachTellsTheTime implements WatermarkGenerator<RawRecord> {
        @Override
        public void onEvent(RawRecord record, long timestamp, WatermarkOutput output) {
            output.emitWatermark(new Watermark(timestamp - 1));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Every record has already said what it can.
        }
    }
}
