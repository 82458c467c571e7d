package io.contactpulse.jobruntime.sink;

import static io.contactpulse.jobruntime.sink.FaultyDynamoDb.Fault.ANSWER_LOST;
import static io.contactpulse.jobruntime.sink.FaultyDynamoDb.Fault.DONE_LATE;
import static io.contactpulse.jobruntime.sink.FaultyDynamoDb.Fault.NONE;
import static io.contactpulse.jobruntime.sink.FaultyDynamoDb.Fault.SERVER_ERROR;
import static io.contactpulse.jobruntime.sink.FaultyDynamoDb.Fault.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.sink.FaultyDynamoDb.Fault;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Whatever DynamoDB and the network do, and whenever the job dies, the table ends with the newest version of every row
 * and never shows an older one after a newer one.
 */
class VersionedDynamoDbInterleavingsIT {
    private static final int INTERLEAVINGS = 1_000;
    private static final Table<AgentInterval> TABLE = Table.of(AgentInterval.class);

    private static TestTables tables;
    private static DynamoDbAsyncClient client;

    @BeforeAll
    static void start() {
        tables = TestTables.start();
        tables.create(TABLE);
        client = tables.settings().client();
    }

    @AfterAll
    static void stop() {
        client.close();
        tables.close();
    }

    @Test
    void endsWithTheNewestVersionAndNeverGoesBack() throws Exception {
        try (RowReader reader = RowReader.start(tables, TestTables.PREFIX + TABLE.name())) {
            for (int seed = 0; seed < INTERLEAVINGS; seed++) {
                new Interleaving(seed, reader).run();
            }
            assertThat(reader.reads()).as("reads while rows were written").isPositive();
        }
    }

    private static final class Interleaving {
        private static final List<Fault> PASSING_FAULTS = List.of(THROTTLED, SERVER_ERROR, ANSWER_LOST, DONE_LATE);
        private static final int MOST_RESTARTS = 2;

        private final int seed;
        private final Random random;
        private final RowReader reader;
        private final Map<String, Integer> newest = new TreeMap<>();
        private final List<AgentInterval> rows = new ArrayList<>();
        private final KeptRejections rejected = new KeptRejections();
        private final FaultyDynamoDb faulty;
        private final VersionedDynamoDbSink<AgentInterval> sink;

        private Interleaving(int seed, RowReader reader) {
            this.seed = seed;
            this.random = new Random(seed);
            this.reader = reader;
            this.faulty = new FaultyDynamoDb(client, request -> fault());
            this.sink = new VersionedDynamoDbSink<>(TABLE, tables.settings(), rejected, () -> faulty);
            IntStream.range(0, 1 + random.nextInt(3)).forEach(this::addVersions);
            Collections.shuffle(rows, random);
        }

        private void addVersions(int number) {
            String key = "seed-" + seed + "-agent-" + number;
            int versions = 1 + random.nextInt(6);
            for (int version = 1; version <= versions; version++) {
                int copies = 1 + random.nextInt(2);
                rows.addAll(Collections.nCopies(copies, TestRows.interval(key, version)));
            }
            newest.put(key, versions);
        }

        private Fault fault() {
            return random.nextInt(3) > 0 ? NONE : PASSING_FAULTS.get(random.nextInt(PASSING_FAULTS.size()));
        }

        private void run() throws Exception {
            reader.watch(newest.keySet(), seed);
            write();
            faulty.awaitLate();
            assertThat(reader.versions()).as("seed %d", seed).isEqualTo(newest);
            assertThat(rejected.kept()).as("seed %d", seed).isEmpty();
            reader.assertNeverBack();
        }

        private void write() throws Exception {
            WriterHarness<AgentInterval, ?> writer = WriterHarness.open(sink);
            List<byte[]> snapshot = List.of();
            int next = 0;
            int nextAtSnapshot = 0;
            int restarts = 0;
            while (next < rows.size()) {
                writer.write(rows.get(next++));
                switch (random.nextInt(8)) {
                    case 0 -> writer.takeAnswers();
                    case 1, 2 -> writer.passFlushInterval();
                    case 3 -> {
                        snapshot = writer.snapshot();
                        nextAtSnapshot = next;
                    }
                    case 4 -> {
                        if (restarts++ < MOST_RESTARTS) {
                            writer = WriterHarness.restore(sink, snapshot);
                            next = nextAtSnapshot;
                        }
                    }
                    default -> {}
                }
            }
            writer.finish();
        }
    }
}
