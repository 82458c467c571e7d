package io.contactpulse.simulator;

import io.contactpulse.schema.AgentEventType;

/** One thing that happens to an agent: when, what Connect calls it, and what it changes at the desk. */
record Step(long second, AgentEventType type, Change change) {

    /** A change takes its time from the step, because a step may be moved by a second to keep an agent's times apart. */
    interface Change {
        void apply(Desk desk, long second);
    }

    Step movedTo(long otherSecond) {
        return new Step(otherSecond, type, change);
    }
}
