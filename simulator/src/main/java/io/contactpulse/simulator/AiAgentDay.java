package io.contactpulse.simulator;

import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.AiActivity;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One AI agent's activities: turn after turn of a chat, idle while the customer types. Now and then a draft is rejected,
 * a turn fails, or the model stalls; the first AI agent stalls soon after the scenario's start.
 */
final class AiAgentDay implements Iterator<AgentStateChange> {
    private static final List<AiActivity> TURN = List.of(
            AiActivity.PROCESSING,
            AiActivity.QUERYING_KB,
            AiActivity.ANALYZING,
            AiActivity.GENERATING,
            AiActivity.VALIDATING,
            AiActivity.RESPONDING);
    private static final List<String> TEAMS = List.of("ai-owner-care", "ai-service-booking");

    private static final int FIRST_STALL_AFTER = 20_000;

    private final long ends;
    private final double pace;
    private final Dice dice;
    private final String agentArn;
    private final String team;
    private final Deque<AiActivity> ahead = new ArrayDeque<>();
    private Optional<String> contactId = Optional.empty();
    private long stallDue;
    private long now;

    AiAgentDay(Scenario scenario, int index) {
        this.ends = scenario.ends() * 1000;
        this.pace = scenario.pace();
        this.dice = Dice.of(scenario.seed(), "ai-agent", index);
        this.agentArn = Company.INSTANCE_ARN + "/ai-agent/" + dice.uuid();
        this.team = TEAMS.get(index % TEAMS.size());
        this.now = scenario.opens() * 1000 + dice.between(0, 3000);
        this.stallDue = index == 0 && scenario.breaches() > 0
                ? scenario.start().toEpochMilli() + FIRST_STALL_AFTER
                : Long.MAX_VALUE;
        ahead.add(AiActivity.IDLE);
    }

    @Override
    public boolean hasNext() {
        return now < ends;
    }

    @Override
    public AgentStateChange next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (ahead.isEmpty()) {
            planTurns();
        }
        AiActivity activity = ahead.remove();
        if (ahead.isEmpty()) {
            contactId = Optional.empty();
        }
        AgentStateChange change = change(activity);
        now += isStalled(activity)
                ? dice.between(20_000, 40_000)
                : Math.max(1, Math.round(milliseconds(activity) / pace));
        return change;
    }

    private void planTurns() {
        contactId = Optional.of(dice.uuid().toString());
        int turns = dice.between(2, 7);
        for (int turn = 0; turn < turns; turn++) {
            ahead.addAll(TURN);
            if (dice.chance(0.1)) {
                ahead.addAll(TURN.subList(TURN.indexOf(AiActivity.GENERATING), TURN.size()));
            }
            if (dice.chance(0.02)) {
                ahead.add(AiActivity.ERROR);
            }
            ahead.add(AiActivity.IDLE);
        }
    }

    private AgentStateChange change(AiActivity activity) {
        return AgentStateChange.newBuilder()
                .setEventId(dice.uuid().toString())
                .setAt(Instant.ofEpochMilli(now))
                .setAgentArn(agentArn)
                .setInstanceArn(Company.INSTANCE_ARN)
                .setActivity(activity)
                .setContactId(contactId.orElse(null))
                .setTeam(team)
                .setRoutingProfile("conversational")
                .build();
    }

    private boolean isStalled(AiActivity activity) {
        if (activity != AiActivity.GENERATING) {
            return false;
        }
        if (now >= stallDue) {
            stallDue = Long.MAX_VALUE;
            return true;
        }
        return dice.chance(0.003);
    }

    private int milliseconds(AiActivity activity) {
        return switch (activity) {
            case IDLE -> dice.skewed(2_000, 60_000);
            case PROCESSING, VALIDATING -> dice.skewed(40, 400);
            case QUERYING_KB, ANALYZING -> dice.skewed(150, 2_500);
            case GENERATING -> dice.skewed(600, 6_000);
            case RESPONDING -> dice.skewed(800, 7_000);
            case ERROR -> dice.skewed(1_000, 8_000);
            case UNKNOWN -> throw new IllegalStateException("an AI agent never is in activity UNKNOWN");
        };
    }
}
