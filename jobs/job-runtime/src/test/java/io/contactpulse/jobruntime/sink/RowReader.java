package io.contactpulse.jobruntime.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.testkit.Moments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads some rows over and over while they are written, and remembers every time that one went back. */
final class RowReader implements AutoCloseable {
    private final TestTables tables;
    private final String table;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong reads = new AtomicLong();
    private final Thread thread = new Thread(this::read, "row-reader");
    private volatile Watch watch = new Watch(List.of(), -1);
    private volatile boolean closed;

    private record Watch(Collection<String> agentIds, int seed) {}

    private RowReader(TestTables tables, String table) {
        this.tables = tables;
        this.table = table;
    }

    static RowReader start(TestTables tables, String table) {
        RowReader reader = new RowReader(tables, table);
        reader.thread.setUncaughtExceptionHandler((thread, error) -> reader.wrong.add("reader failed: " + error));
        reader.thread.start();
        return reader;
    }

    void watch(Collection<String> agentIds, int seed) {
        watch = new Watch(List.copyOf(agentIds), seed);
    }

    long reads() {
        return reads.get();
    }

    void assertNeverBack() {
        assertThat(wrong).isEmpty();
    }

    /** The version that each watched row has now; its content must be of that version. */
    Map<String, Integer> versions() {
        return versions(watch);
    }

    private void read() {
        Watch watched = watch;
        Map<String, Integer> seen = new TreeMap<>();
        while (!closed) {
            if (watched != watch) {
                watched = watch;
                seen.clear();
            }
            if (!watched.agentIds().isEmpty()) {
                compare(watched, seen);
            }
        }
    }

    private void compare(Watch watched, Map<String, Integer> seen) {
        Map<String, Integer> now = versions(watched);
        seen.forEach((agentId, version) -> {
            if (now.getOrDefault(agentId, 0) < version) {
                wrong.add("seed " + watched.seed() + ": " + agentId + " went back from version " + version + " to "
                        + now.get(agentId));
            }
        });
        seen.putAll(now);
        reads.incrementAndGet();
    }

    private Map<String, Integer> versions(Watch watched) {
        KeysAndAttributes keys = KeysAndAttributes.builder()
                .keys(watched.agentIds().stream().map(RowReader::key).collect(Collectors.toCollection(ArrayList::new)))
                .consistentRead(true)
                .build();
        Map<String, Integer> versions = new TreeMap<>();
        for (Map<String, AttributeValue> item : tables.client()
                .batchGetItem(request -> request.requestItems(Map.of(table, keys)))
                .responses()
                .getOrDefault(table, List.of())) {
            int version = Integer.parseInt(TestTables.field(item, "version").n());
            assertThat(TestTables.field(item, "contacts").n())
                    .isEqualTo(Integer.toString(TestRows.contactsOf(version)));
            versions.put(TestTables.field(item, "agentId").s(), version);
        }
        return versions;
    }

    private static Map<String, AttributeValue> key(String agentId) {
        return Map.of(
                "agentId",
                AttributeValue.fromS(agentId),
                "start",
                AttributeValue.fromS(Moments.NINE_OCLOCK.toString().replace("Z", ".000Z")));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
