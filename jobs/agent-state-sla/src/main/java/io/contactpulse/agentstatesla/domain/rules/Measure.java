package io.contactpulse.agentstatesla.domain.rules;

/** What a rule measures. */
public enum Measure {
    /** How long a state lasts: of a contact, or of an agent's status. */
    STATE_SECONDS("stateSeconds", Scope.AGENT, Unit.DURATION),
    /** How long a contact was on hold in all, as long as the agent has it. */
    TOTAL_HOLD_SECONDS("totalHoldSeconds", Scope.AGENT, Unit.DURATION),
    /** How many contacts the agent rejected in this shift. */
    REJECTED_COUNT("rejectedCount", Scope.AGENT, Unit.COUNT),
    /** How many contacts the agent missed in this shift. */
    MISSED_COUNT("missedCount", Scope.AGENT, Unit.COUNT),
    /** How many contacts the agent missed or rejected since the last one answered. */
    MISSED_IN_A_ROW("missedInARow", Scope.AGENT, Unit.COUNT),
    /** How long the shift lasts. */
    LOGIN_SECONDS("loginSeconds", Scope.AGENT, Unit.DURATION),
    /** How long a chosen next status waits for its turn. */
    NEXT_STATUS_SECONDS("nextStatusSeconds", Scope.AGENT, Unit.DURATION),
    /** How long nothing at all, not even a heart-beat, was heard of an agent who is logged in. */
    SILENT_SECONDS("silentSeconds", Scope.AGENT, Unit.DURATION),
    /** How long an AI agent works on one turn: since it left Idle, until it responds or is idle again. */
    CYCLE_SECONDS("cycleSeconds", Scope.AGENT, Unit.DURATION),
    /** How many turns in a row an AI agent ended without a response. */
    CYCLES_WITHOUT_RESPONSE("cyclesWithoutResponse", Scope.AGENT, Unit.COUNT),
    /** How long an agent has been available while a contact waits in one of the agent's queues. */
    AVAILABLE_WHILE_WAITING_SECONDS("availableWhileWaitingSeconds", Scope.QUEUE, Unit.DURATION),
    /** Contacts answered within the target, of all offered. */
    SERVICE_LEVEL_ANSWERED("serviceLevelAnswered", Scope.QUEUE, Unit.PERCENT),
    /** Contacts answered, abandoned or called back within the target, of all offered. */
    SERVICE_LEVEL_REMOVED("serviceLevelRemoved", Scope.QUEUE, Unit.PERCENT),
    /** How long the oldest known contact waits. */
    OLDEST_WAITING_SECONDS("oldestWaitingSeconds", Scope.QUEUE, Unit.DURATION),
    /** Contacts abandoned, of all offered. */
    ABANDON_RATE("abandonRate", Scope.QUEUE, Unit.PERCENT),
    /** Agents logged in for a queue, without ghosts. */
    STAFFED_AGENTS("staffedAgents", Scope.QUEUE, Unit.COUNT),
    /** How long no agent of an instance was heard of while one is logged in. */
    FEED_SILENT_SECONDS("feedSilentSeconds", Scope.FEED, Unit.DURATION);

    /** Who watches it. */
    public enum Scope {
        AGENT,
        QUEUE,
        FEED
    }

    /** How its thresholds are written, and kept: as milliseconds, as a number, as tenths of a percent. */
    public enum Unit {
        DURATION,
        COUNT,
        PERCENT
    }

    private final String key;
    private final Scope scope;
    private final Unit unit;

    Measure(String key, Scope scope, Unit unit) {
        this.key = key;
        this.scope = scope;
        this.unit = unit;
    }

    /** The name in a rule file. */
    public String key() {
        return key;
    }

    public Scope scope() {
        return scope;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether too little is the breach, not too much. */
    public boolean breachesBelow() {
        return this == SERVICE_LEVEL_ANSWERED || this == SERVICE_LEVEL_REMOVED || this == STAFFED_AGENTS;
    }
}
