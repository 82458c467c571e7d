package io.contactpulse.simulator;

/** How a customer reaches an agent, as Connect names it. */
enum Channel {
    VOICE,
    CHAT,
    TASK
}
