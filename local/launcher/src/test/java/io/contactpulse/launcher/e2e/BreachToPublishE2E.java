package io.contactpulse.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactpulse.standins.RecordedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long after a threshold the message is at SNS, on a stream where nobody says anything any more. Prints the figure; the
 * machine is noisy, so it asserts only that every alert came and none came early.
 */
class BreachToPublishE2E {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of one team, which by default is not paged so often within an hour. */
    private static final int AGENTS = 200;

    private static final Duration HOLD_WARNING = Duration.ofMinutes(2);

    /** After the first minute, in which every message is looked up in the ledger because it may be a repetition. */
    private static final Duration FIRST_BREACH = Duration.ofSeconds(65);

    private static final Duration SPREAD = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void printsHowLongAnAlertTakesFromItsThresholdToTheTopic() throws Exception {
        try (JobOnStandIns job = new JobOnStandIns(folder, Map.of("pages-per-hour", "1000"), Duration.ofSeconds(5))) {
            job.awaitRunning();
            Instant now = Instant.now();
            for (int agent = 0; agent < AGENTS; agent++) {
                Instant breach =
                        now.plus(FIRST_BREACH).plus(SPREAD.multipliedBy(agent).dividedBy(AGENTS));
                job.kinesis()
                        .put(JobOnStandIns.STREAM, "agent-" + agent, onHold(agent, now, breach.minus(HOLD_WARNING)));
            }
            Awaitility.await()
                    .atMost(FIRST_BREACH.plus(SPREAD).plusSeconds(30))
                    .until(() -> job.topic().messages().size() >= AGENTS);

            List<Long> delays = new ArrayList<>();
            for (RecordedMessage message : job.topic().messages()) {
                delays.add(delayMillis(message));
            }
            delays.sort(null);
            System.out.printf(
                    "breach to SNS publish, %d alerts on a silent stream: p50 %d ms, p99 %d ms, max %d ms%n",
                    delays.size(), delays.get(AGENTS / 2), delays.get(AGENTS * 99 / 100), delays.get(AGENTS - 1));
            assertThat(delays).hasSize(AGENTS).allMatch(delay -> delay >= 0);
        }
    }

    private static long delayMillis(RecordedMessage message) throws IOException {
        Instant breach =
                Instant.parse(JSON.readTree(message.message()).get("at").textValue());
        return Duration.between(breach, message.receivedAt()).toMillis();
    }

    private static byte[] onHold(int agent, Instant now, Instant since) {
        String arn = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
        return """
                {"AgentARN":"%s/agent/agent-%d","InstanceARN":"%s","EventId":"e-%d","EventTimestamp":"%s",
                "EventType":"STATE_CHANGE","CurrentAgentSnapshot":{"AgentStatus":{"Name":"Available","Type":"ROUTABLE"},
                "Configuration":{"Username":"agent-%d"},"Contacts":[{"ContactId":"c-%d","Channel":"VOICE",
                "State":"CONNECTED_ONHOLD","StateStartTimestamp":"%s"}]}}""".formatted(arn, agent, arn, agent, now, agent, agent, since).getBytes(StandardCharsets.UTF_8);
    }
}
