package io.contactpulse.launcher.replay;

import io.contactpulse.agentstatesla.wire.AgentEventFormat;
import java.util.Map;

/** A job that cannot do without one stream and takes another if it is given. */
final class FakeJob implements ReplayJob {
    static final String NEEDED = "agent-events";
    static final String WELCOME = "more-events";

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Map<String, ReplayStream> streams() {
        return Map.of(NEEDED, ReplayStream.required(format()), WELCOME, ReplayStream.optional(format()));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Prepared prepare(RuleSource rules, ReplaySettings settings) {
        return (streams, end, decoding, tables) -> {};
    }

    private static PositionFormat<?> format() {
        return new PositionFormat<>(new AgentEventFormat(), event -> Position.of(event.getAt(), 0, event.getEventId()));
    }
}
