package io.contactpulse.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.launcher.replay.ReplayRequest.Input;
import io.contactpulse.launcher.replay.recording.Recording;
import io.contactpulse.schema.RawRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records of all streams are brought into one order. */
class SeveralStreamsIT {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/one";
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void areOneSequenceInTheOrderOfTime() throws Exception {
        // given
        Input needed = input(FakeJob.NEEDED, event("third", 3), event("first", 1));
        Input welcome = input(FakeJob.WELCOME, event("fourth", 4), event("second", 2), "not an event");

        // when
        List<String> order = order(List.of(needed, welcome));

        // then
        assertThat(order)
                .containsExactly(
                        "agent-events first",
                        "more-events second",
                        "agent-events third",
                        "more-events fourth",
                        "more-events unreadable");
        assertThat(order(List.of(welcome, needed))).isEqualTo(order);
    }

    /** The same id says that two records are one only within a stream. */
    @Test
    void keepWhatAnotherStreamHasToo() throws Exception {
        Input needed = input(FakeJob.NEEDED, event("one", 1), event("one", 1));
        Input welcome = input(FakeJob.WELCOME, event("one", 1));

        List<String> order = order(List.of(welcome, needed));

        assertThat(order).containsExactly("agent-events one", "more-events one");
    }

    private List<String> order(List<Input> inputs) throws Exception {
        List<String> order = new ArrayList<>();
        try (Workspace workspace = Workspace.beside(folder.resolve("out"))) {
            OrderedRecords records = new Ordering(
                            new FakeJob(), inputs, Optional.empty(), new Progress(new PrintWriter(new StringWriter())))
                    .into(workspace);
            try (CloseableIterator<RawRecord> each = new LocalCluster(workspace.scratch())
                    .records(records.file(), RecordFile.Numbers.NONE, new SortedTimes())
                    .executeAndCollect()) {
                each.forEachRemaining(record -> order.add(record.getStream() + " " + idOf(record)));
            }
        }
        return order;
    }

    private static String idOf(RawRecord record) {
        String payload = StandardCharsets.UTF_8.decode(record.getPayload()).toString();
        return payload.startsWith("{") ? payload.split("\"")[3] : "unreadable";
    }

    private Input input(String stream, String... lines) throws IOException {
        Path file = folder.resolve(stream + ".jsonl");
        Files.write(file, List.of(lines));
        return new Input(stream, Recording.at(file));
    }

    private static String event(String id, int second) {
        return """
                {"EventId":"%s","EventTimestamp":"%s","EventType":"HEART_BEAT","AgentARN":"%s/agent/one",\
                "InstanceARN":"%s","CurrentAgentSnapshot":null,"PreviousAgentSnapshot":null,"Version":"2019-05-25"}""".formatted(id, NINE.plusSeconds(second), INSTANCE, INSTANCE);
    }
}
