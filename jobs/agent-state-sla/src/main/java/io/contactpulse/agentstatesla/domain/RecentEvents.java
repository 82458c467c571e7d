package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentEvent;
import java.util.ArrayList;
import java.util.List;

/** The newest events of one agent, to know a repeated delivery. Repeats come close together, so a few suffice. */
final class RecentEvents {
    private static final int MOST = 32;

    private final List<String> ids;

    private RecentEvents(List<String> ids) {
        this.ids = ids;
    }

    static RecentEvents of(List<String> ids) {
        return new RecentEvents(new ArrayList<>(ids));
    }

    boolean contains(AgentEvent event) {
        return ids.contains(id(event));
    }

    void add(AgentEvent event) {
        if (ids.size() == MOST) {
            ids.remove(0);
        }
        ids.add(id(event));
    }

    /** The time is part of it: recordings exist in which ids are reused. */
    private static String id(AgentEvent event) {
        return event.getEventId() + "@" + event.getAt().toEpochMilli();
    }

    List<String> ids() {
        return ids;
    }
}
