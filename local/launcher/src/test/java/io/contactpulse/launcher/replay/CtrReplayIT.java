package io.contactpulse.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.launcher.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CtrReplayIT {
    private static final long SEED = 11;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void givesTheSameBytesWhateverTheOrderAndTheRepeats() throws IOException {
        List<String> records = new ArrayList<>();
        for (int call = 0; call < 50; call++) {
            records.add(record("c-%02d".formatted(call), call, "\"DisconnectReason\":\"CUSTOMER_DISCONNECT\""));
        }
        records.add(record("c-07", 7, "\"DisconnectReason\":\"OTHER\""));
        records.add(record("c-08", 90, "\"DisconnectReason\":null"));
        records.add("{\"ContactId\":7}");
        List<String> shuffled = new ArrayList<>(records);
        shuffled.addAll(records.subList(10, 30));
        Collections.shuffle(shuffled, new Random(SEED));

        Map<String, String> original = replay("original", records);
        Map<String, String> again = replay("again", shuffled);

        assertThat(again).as("seed %d", SEED).isEqualTo(original);
        assertThat(original.keySet())
                .containsExactly(
                        "contacts.jsonl",
                        "dead-letters.jsonl",
                        "escalation-events.jsonl",
                        "escalations.jsonl",
                        "journeys.jsonl",
                        "notifications.jsonl",
                        "queue-intervals.jsonl");
        assertThat(original.get("contacts.jsonl"))
                .hasLineCount(50)
                .contains("\"contactId\":\"c-07\",\"version\":1772442667000")
                .contains("\"disconnectReason\":\"OTHER\"");
        assertThat(original.get("journeys.jsonl")).hasLineCount(50);
        assertThat(original.get("escalations.jsonl")).hasLineCount(50);
        assertThat(original.get("notifications.jsonl")).hasLineCount(50);
        assertThat(original.get("dead-letters.jsonl")).hasLineCount(1);
        assertThat(original.get("queue-intervals.jsonl"))
                .hasLineCount(1)
                .contains("\"offered\":50,\"answered\":0,\"abandoned\":50,\"shortAbandoned\":0");
    }

    /** One caller with one wish, a call every second, each abandoned after a minute in the queue. */
    private static String record(String id, int second, String more) {
        return """
                {"ContactId":"%s","InitiationMethod":"INBOUND","Channel":"VOICE","InstanceARN":"arn:aws:connect:eu-central-1:0:instance/i",\
                "InitiationTimestamp":"2026-03-02T09:00:00Z","DisconnectTimestamp":"2026-03-02T09:10:00Z",\
                "CustomerEndpoint":{"Address":"+49891001","Type":"TELEPHONE_NUMBER"},\
                "Queue":{"ARN":"x/queue/q-1","Name":"Q","EnqueueTimestamp":"2026-03-02T09:00:30Z",\
                "DequeueTimestamp":"2026-03-02T09:01:30Z"},"LastUpdateTimestamp":"2026-03-02T09:1%d:%02dZ",%s}""".formatted(id, 1 + second / 60, second % 60, more);
    }

    private Map<String, String> replay(String name, List<String> records) throws IOException {
        Path in = Files.createDirectories(folder.resolve(name));
        Files.writeString(in.resolve("ctr.jsonl"), String.join("\n", records), StandardCharsets.UTF_8);
        Path out = folder.resolve(name + "-out");
        CommandRun run = ReplayRun.replay("ctr-enrichment", "--in", "ctr=" + in, "--out", out.toString());
        assertThat(run.exitCode()).as(run.error()).isZero();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(out)) {
            for (Path file : list.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
