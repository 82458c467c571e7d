package io.contactpulse.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.launcher.HeldBackReason;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.Publication;
import io.contactpulse.schema.RejectedRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Where a replay's outputs go: a file for every table, for the dead letters and for the notifications. */
final class TableFiles {
    private static final String NOTIFICATIONS = "notifications";
    private static final Table<DeadLetter> DEAD_LETTERS = Table.of(DeadLetter.class);
    private static final String TRANSITIONS = Table.of(AlertEvent.class).name();
    private static final String HELD_BACK = Publication.HELD_BACK.name();
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final List<String> tables = new ArrayList<>();

    TableFiles(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    <T extends SpecificRecord> void collect(DataStream<T> rows, Table<T> table) {
        tables.add(table.name());
        attach(rows, table.name(), table.key(), Set.of());
    }

    /** What would have been published; a message's body is JSON. */
    void collectNotifications(DataStream<Notification> notifications) {
        attach(notifications, NOTIFICATIONS, List.of("messageId"), Set.of("body"));
    }

    /** Without what differs from run to run: a replay has no shards, and copies of a record arrive at different times. */
    void collectDeadLetters(DataStream<RejectedRecord> rejected) {
        DataStream<DeadLetter> letters = rejected.map(TableFiles::letterOfReplay)
                .returns(TypeInformation.of(DeadLetter.class))
                .uid("dead-letters-of-replay")
                .name("Dead letters without arrival");
        attach(letters, DEAD_LETTERS.name(), DEAD_LETTERS.key(), Set.of());
    }

    /** Names of the tables, in the order in which the job has them. */
    List<String> tables() {
        return tables;
    }

    long rows(String table) throws IOException {
        return count(table);
    }

    long deadLetters() throws IOException {
        return count(DEAD_LETTERS.name());
    }

    long notifications() throws IOException {
        return count(NOTIFICATIONS);
    }

    /** How many transitions of alerts nobody would have been told of, by the reason. */
    SortedMap<String, Long> heldBack() throws IOException {
        SortedMap<String, Long> reasons = new TreeMap<>();
        if (!Files.exists(file(TRANSITIONS))) {
            return reasons;
        }
        try (MappingIterator<JsonNode> rows = JSON.readerFor(JsonNode.class)
                .readValues(Files.newBufferedReader(file(TRANSITIONS), StandardCharsets.UTF_8))) {
            while (rows.hasNext()) {
                JsonNode row = rows.next();
                if (HELD_BACK.equals(row.path("publication").textValue())) {
                    reasons.merge(
                            HeldBackReason.kindOf(row.path("heldBackBecause").asText()), 1L, Long::sum);
                }
            }
        }
        return reasons;
    }

    private <T extends SpecificRecord> void attach(
            DataStream<T> rows, String name, List<String> key, Set<String> jsonFields) {
        rows.sinkTo(new TableFileSink<>(file(name), key, jsonFields))
                .uid(name + "-to-file")
                .name("Write " + name + ".jsonl")
                .setParallelism(1);
    }

    private static DeadLetter letterOfReplay(RejectedRecord rejected) {
        return DeadLetter.newBuilder(rejected.getLetter())
                .setArrivedAt(null)
                .setShard(null)
                .setSequenceNumber(null)
                .build();
    }

    private long count(String name) throws IOException {
        if (!Files.exists(file(name))) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file(name), StandardCharsets.UTF_8)) {
            return lines.count();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".jsonl");
    }
}
