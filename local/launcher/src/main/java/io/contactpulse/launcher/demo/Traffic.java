package io.contactpulse.launcher.demo;

import io.contactpulse.jobruntime.decode.GlueAvroEncoder;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.simulator.Floor;
import io.contactpulse.simulator.Scenario;
import io.contactpulse.simulator.SimulatedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people and AI agents send, in the order of time: people's events as Connect's JSON, AI agents' as framed Avro. */
final class Traffic {
    private static final String AI_SCHEMA = "AgentStateChange";

    private final Source people;
    private final Source aiAgents;

    private Traffic(Source people, Source aiAgents) {
        this.people = people;
        this.aiAgents = aiAgents;
    }

    static Traffic of(Scenario people, Scenario aiAgents, GlueAvroEncoder encoder) {
        return new Traffic(
                new Source(Floor.events(people).map(Traffic::json).iterator()),
                new Source(Floor.aiEvents(aiAgents)
                        .map(change -> avro(change, encoder))
                        .iterator()));
    }

    /** The next records whose time has come, at most as many as asked for. */
    List<TimedRecord> due(Instant now, int most) {
        List<TimedRecord> due = new ArrayList<>();
        Source next = earlier();
        while (due.size() < most && next.isDue(now)) {
            due.add(next.take());
            next = earlier();
        }
        return due;
    }

    /** When the next record is due; empty when everybody has gone home. */
    Optional<Instant> nextAt() {
        return earlier().nextAt();
    }

    private Source earlier() {
        Optional<Instant> person = people.nextAt();
        Optional<Instant> machine = aiAgents.nextAt();
        boolean machineFirst =
                machine.isPresent() && (person.isEmpty() || machine.get().isBefore(person.get()));
        return machineFirst ? aiAgents : people;
    }

    private static TimedRecord json(SimulatedEvent event) {
        return new TimedRecord(event.at(), event.agentArn(), event.json().getBytes(StandardCharsets.UTF_8));
    }

    private static TimedRecord avro(AgentStateChange change, GlueAvroEncoder encoder) {
        return new TimedRecord(change.getAt(), change.getAgentArn(), encoder.encode(change, AI_SCHEMA));
    }

    /** An iterator whose next element can be looked at. */
    private static final class Source {
        private final Iterator<TimedRecord> records;
        private @Nullable TimedRecord next;

        private Source(Iterator<TimedRecord> records) {
            this.records = records;
            advance();
        }

        private Optional<Instant> nextAt() {
            return Optional.ofNullable(next).map(TimedRecord::at);
        }

        private boolean isDue(Instant now) {
            return next != null && !next.at().isAfter(now);
        }

        private TimedRecord take() {
            TimedRecord taken = next;
            if (taken == null) {
                throw new IllegalStateException("there is no next record");
            }
            advance();
            return taken;
        }

        private void advance() {
            next = records.hasNext() ? records.next() : null;
        }
    }
}
