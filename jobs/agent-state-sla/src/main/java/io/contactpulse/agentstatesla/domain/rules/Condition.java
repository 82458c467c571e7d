package io.contactpulse.agentstatesla.domain.rules;

/** What a rule's {@code when} can ask. */
public enum Condition {
    STATE("state"),
    CUSTOM_STATUS("customStatus"),
    QUEUE("queue"),
    CHANNEL("channel"),
    TEAM("team"),
    ROUTING_PROFILE("routingProfile"),
    AGENT_KIND("agentKind"),
    INSTANCE("instance");

    private final String key;

    Condition(String key) {
        this.key = key;
    }

    /** The key in a rule file. */
    String key() {
        return key;
    }
}
