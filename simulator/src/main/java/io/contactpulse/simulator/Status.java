package io.contactpulse.simulator;

import io.contactpulse.schema.AgentStatusType;

/** The statuses an agent can choose, and the one Connect chooses when it fails. */
enum Status {
    AVAILABLE("Available", AgentStatusType.ROUTABLE),
    LUNCH("Lunch", AgentStatusType.CUSTOM),
    BREAK("Break", AgentStatusType.CUSTOM),
    TRAINING("Training", AgentStatusType.CUSTOM),
    COACHING("Coaching", AgentStatusType.CUSTOM),
    ERROR("Error", AgentStatusType.CUSTOM),
    OFFLINE("Offline", AgentStatusType.OFFLINE);

    private final String label;
    private final AgentStatusType type;
    private final String arn;

    Status(String label, AgentStatusType type) {
        this.label = label;
        this.type = type;
        this.arn = Company.arn("agent-state", label);
    }

    String label() {
        return label;
    }

    AgentStatusType type() {
        return type;
    }

    String arn() {
        return arn;
    }
}
