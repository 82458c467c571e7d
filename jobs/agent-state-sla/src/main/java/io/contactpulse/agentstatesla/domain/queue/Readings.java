package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.QueueStaff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything of one queue that rules may judge, as it is at one instant. */
final class Readings {
    private final AlertSubject queue;
    private final Instant now;
    private final List<Reading> readings = new ArrayList<>();

    private Readings(AlertSubject queue, Instant now) {
        this.queue = queue;
        this.now = now;
    }

    static Readings of(String queueId, Optional<String> queueName, Instant now) {
        return new Readings(
                AlertSubject.newBuilder()
                        .setAgentKind(AgentKind.UNKNOWN)
                        .setQueueId(queueId)
                        .setQueueName(queueName.orElse(null))
                        .build(),
                now);
    }

    Readings contacts(Figures figures, boolean abandonsKnown) {
        int offered = figures.offered();
        readings.add(Reading.ofQueue(Measure.SERVICE_LEVEL_ANSWERED, queue)
                .rate(figures.serviceLevelAnswered(), offered)
                .evidence("answered within target " + figures.answeredWithinTarget() + " of " + offered + " offered"));
        readings.add(Reading.ofQueue(Measure.SERVICE_LEVEL_REMOVED, queue)
                .rate(figures.serviceLevelRemoved(), offered)
                .evidence("left the queue within target " + figures.removedWithinTarget() + " of " + offered
                        + " offered"));
        readings.add(Reading.ofQueue(Measure.ABANDON_RATE, queue)
                .rate(figures.abandonRate().filter(rate -> abandonsKnown), offered)
                .evidence("abandoned " + figures.abandoned() + " of " + offered + " offered"));
        return this;
    }

    Readings waiting(int waiting, Optional<Instant> oldest) {
        Reading reading = Reading.ofQueue(Measure.OLDEST_WAITING_SECONDS, queue);
        readings.add(oldest.map(since ->
                        reading.clock(since, now).evidence("waiting " + waiting + ", the oldest since " + since))
                .orElse(reading));
        return this;
    }

    Readings staff(Staffing staffing, Window window) {
        Reading reading = Reading.ofQueue(Measure.STAFFED_AGENTS, queue);
        int staffed = staffing.staffed();
        readings.add(
                staffing.seen()
                        ? reading.number(staffed).evidence("staffed " + staffed + ", at most " + staffing.most(window))
                        : reading);
        return this;
    }

    /** The clock of an agent who could answer: since both have been, the agent available and somebody waiting. */
    Readings idle(Staffing staffing, Optional<Instant> oldest) {
        for (QueueStaff agent : staffing.agents()) {
            if (oldest.isPresent() && Staffing.isAvailable(agent)) {
                readings.add(Reading.ofAgent(Measure.AVAILABLE_WHILE_WAITING_SECONDS, subject(agent))
                        .clock(Moments.later(agent.getSince(), oldest.get()), now)
                        .evidence("available since " + agent.getSince() + ", a contact was sent back at "
                                + oldest.get()));
            }
        }
        return this;
    }

    private AlertSubject subject(QueueStaff agent) {
        return AlertSubject.newBuilder(agent.getSubject())
                .setAgentId(agent.getAgentId())
                .setAgentKind(agent.getAgentKind())
                .setQueueId(queue.getQueueId())
                .setQueueName(queue.getOptionalQueueName().orElse(null))
                .build();
    }

    List<Reading> all() {
        return readings;
    }
}
