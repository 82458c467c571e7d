package io.contactpulse.agentstatesla.oracle;

import static io.contactpulse.schema.AiActivity.ERROR;
import static io.contactpulse.schema.AiActivity.IDLE;

import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.AiActivity;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** An AI agent that takes up any step after any other; it comes from an error by way of Idle, and fails only at work. */
final class RoughAiAgent {
    private static final String INSTANCE = "arn:aws:connect:eu-central-1:000000000000:instance/i-1";
    private static final List<AiActivity> STEPS = List.of(
            AiActivity.PROCESSING,
            AiActivity.QUERYING_KB,
            AiActivity.ANALYZING,
            AiActivity.GENERATING,
            AiActivity.GENERATING,
            AiActivity.VALIDATING,
            AiActivity.RESPONDING,
            ERROR,
            IDLE,
            IDLE);

    private final Random random;
    private final String agentId;
    private AiActivity activity = IDLE;
    private Instant now;

    RoughAiAgent(long seed, int number, Instant opening) {
        this.random = new Random(seed * 1_000 + 500 + number);
        this.agentId = "ai-agent-%03d".formatted(number);
        this.now = opening;
    }

    Recorded next(int number) {
        now = now.plusMillis(1 + random.nextInt(random.nextInt(10) == 0 ? 90_000 : 9_000));
        activity = number == 0 || activity == ERROR ? IDLE : otherStep();
        return Recorded.of(AgentStateChange.newBuilder()
                .setEventId(agentId + "-" + number)
                .setAt(now)
                .setAgentArn(INSTANCE + "/ai-agent/" + agentId)
                .setInstanceArn(INSTANCE)
                .setActivity(activity)
                .setTeam("ai-team")
                .setRoutingProfile("conversational")
                .build());
    }

    private AiActivity otherStep() {
        List<AiActivity> others = STEPS.stream()
                .filter(step -> step != activity && !(activity == IDLE && step == ERROR))
                .toList();
        return others.get(random.nextInt(others.size()));
    }
}
