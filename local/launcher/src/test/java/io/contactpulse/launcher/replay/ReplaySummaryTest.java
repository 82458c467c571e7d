package io.contactpulse.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySummaryTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsWhyMessagesWereHeldBack() {
        // given
        Map<String, Long> reasons = Map.of("older than 10 minutes", 40L, "told in the digest", 2L);
        ReplaySummary summary = new ReplaySummary(
                "agent-state-sla",
                Path.of("out"),
                Instant.parse("2026-03-02T09:00:00Z"),
                new ReplaySummary.Records(12, 11, 10, 10),
                1,
                Map.of("alerts", 21L),
                new ReplaySummary.Messages(7, new TreeMap<>(reasons)),
                IgnoredFiles.of(List.of()));
        StringWriter terminal = new StringWriter();

        // when
        summary.print(new PrintWriter(terminal));

        // then
        assertThat(terminal.toString()).isEqualToNormalizingNewlines("""
                Replayed agent-state-sla up to 2026-03-02T09:00:00Z:
                  records read 12 = repeats dropped 1 + events applied 10 + dead letters 1
                  alerts: 21 rows
                  notifications: 7 would have been published, 42 held back
                    held back 40: older than 10 minutes
                    held back 2: told in the digest
                Written to out
                """);
    }

    @Test
    void countsReasonsByTheTransitionsOfAlerts() throws IOException {
        Files.writeString(folder.resolve("alert-events.jsonl"), """
                {"alertId":"a","seq":1,"publication":"HELD_BACK","heldBackBecause":"too old"}
                {"alertId":"a","seq":2,"publication":"PUBLISHED","heldBackBecause":null,"reason":"HELD_BACK"}
                {"alertId":"b","seq":1,"publication":"HELD_BACK","heldBackBecause":"in the digest"}
                {"alertId":"b","seq":2,"publication":"HELD_BACK","heldBackBecause":"too old"}
                """);

        assertThat(new TableFiles(folder).heldBack()).isEqualTo(Map.of("too old", 2L, "in the digest", 1L));
    }
}
