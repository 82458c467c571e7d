package io.contactpulse.launcher.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Puts traffic on the stream: first at once all that is past, then each record at its time. */
final class TrafficFeed {
    /** Two megabytes of agent events; a request may hold five. */
    private static final int BATCH = 400;

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final Traffic traffic;
    private final KinesisClient kinesis;
    private final Clock clock;
    private final AtomicLong sent = new AtomicLong();

    TrafficFeed(Traffic traffic, KinesisClient kinesis, Clock clock) {
        this.traffic = traffic;
        this.kinesis = kinesis;
        this.clock = clock;
    }

    /** Sends what lies before now. Returns the time of the newest record of each agent. */
    Map<String, Instant> sendBacklog() throws InterruptedException {
        Map<String, Instant> newest = new HashMap<>();
        Instant now = clock.instant();
        List<TimedRecord> due = traffic.due(now, BATCH);
        while (!due.isEmpty()) {
            send(due);
            due.forEach(record -> newest.put(record.agentId(), record.at()));
            due = traffic.due(now, BATCH);
        }
        return newest;
    }

    /** Sends until interrupted, or until everybody has gone home. */
    void sendLive() throws InterruptedException {
        while (traffic.nextAt().isPresent()) {
            List<TimedRecord> due = traffic.due(clock.instant(), BATCH);
            if (!due.isEmpty()) {
                send(due);
            }
            Thread.sleep(pause().toMillis());
        }
    }

    long sent() {
        return sent.get();
    }

    private Duration pause() {
        Duration untilNext = traffic.nextAt()
                .map(next -> Duration.between(clock.instant(), next))
                .orElse(Duration.ZERO);
        if (untilNext.isNegative()) {
            return Duration.ZERO;
        }
        return untilNext.compareTo(LONGEST_PAUSE) < 0 ? untilNext : LONGEST_PAUSE;
    }

    private void send(List<TimedRecord> records) throws InterruptedException {
        List<PutRecordsRequestEntry> entries =
                records.stream().map(TrafficFeed::entry).toList();
        while (!entries.isEmpty()) {
            List<PutRecordsRequestEntry> batch = entries;
            PutRecordsResponse response = kinesis.putRecords(
                    request -> request.streamName(Resources.STREAM).records(batch));
            entries = refused(batch, response);
            if (!entries.isEmpty()) {
                Thread.sleep(LONGEST_PAUSE.toMillis());
            }
        }
        sent.addAndGet(records.size());
    }

    private static List<PutRecordsRequestEntry> refused(
            List<PutRecordsRequestEntry> batch, PutRecordsResponse response) {
        List<PutRecordsRequestEntry> refused = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            if (response.records().get(index).errorCode() != null) {
                refused.add(batch.get(index));
            }
        }
        return refused;
    }

    private static PutRecordsRequestEntry entry(TimedRecord record) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(record.agentArn())
                .data(SdkBytes.fromByteArrayUnsafe(record.payload()))
                .build();
    }
}
