package io.contactpulse.agentstatesla.domain;

import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.TrackedAgent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One agent's story so far, while one event or the passing of time is worked into it: whereabouts, use of time, alerts, and
 * what there is to tell. Lives within one call; between two calls the story is a {@link TrackedAgent}.
 */
final class AgentStory {
    private final Whereabouts whereabouts;
    private final OccupancyTime occupancy;
    private final AlertBook alerts;
    private final RecentEvents recent;
    private final DeskEntries desk = new DeskEntries();
    private int signalsTold;
    private final QueueEntries queues = new QueueEntries();
    private final QueueStaffing staffing;
    private AgentProfile agent;
    private long version;

    /** The story of an agent never heard of before this event. */
    AgentStory(AgentEvent first, Rules rules, Schedule schedule) {
        agent = AgentProfile.of(first);
        whereabouts = new Whereabouts(first);
        occupancy = OccupancyTime.startingAt(first.getAt(), first.getAgentId(), schedule.of(agent));
        alerts = new AlertBook(rules, List.of());
        recent = RecentEvents.of(List.of());
        staffing = QueueStaffing.untold(queues);
    }

    AgentStory(TrackedAgent known, Rules rules, Schedule schedule) {
        agent = AgentProfile.of(known);
        whereabouts = new Whereabouts(known);
        occupancy = OccupancyTime.of(known, schedule.of(agent));
        alerts = new AlertBook(rules, known.getAlerts());
        recent = RecentEvents.of(known.getRecentEventIds());
        staffing = QueueStaffing.of(known, queues);
        version = known.getVersion();
    }

    Step apply(AgentEvent event) {
        Instant at = event.getAt();
        AgentProfile agentBefore = agent;
        Hands handsBefore = whereabouts.hands();
        boolean inErrorBefore = whereabouts.errorSince().isPresent();
        Situation situationBefore = whereabouts.situation(agent);
        List<Clock> before = clocks();
        settleAlerts(before, agent, at);
        tellSignals(Instant.MIN);
        whereabouts.take(event);
        recent.add(event);
        version = Math.max(version + 1, at.toEpochMilli());
        List<Clock> after = clocks();
        alerts.end(before.stream().filter(clock -> !after.contains(clock)).collect(Collectors.toList()), agent, at);
        alerts.correct(after, agent, at);
        agent = agent.updatedBy(event);
        occupancy.become(situationBefore, whereabouts.situation(agent), at);
        settleAlerts(after, agentBefore, at);
        tell(handsBefore, inErrorBefore);
        tellSignals(at);
        return step(row());
    }

    Step settle(Instant until) {
        whereabouts.settle(until);
        occupancy.settle(whereabouts.situation(agent), until);
        settleAlerts(clocks(), agent, until);
        tellSignals(Instant.MIN);
        return step(null);
    }

    private List<Clock> clocks() {
        return whereabouts.clocks(agent.agentId());
    }

    /** Raises what is due by then, and tells queues of it; {@code before} is the agent as queues know it. */
    private void settleAlerts(List<Clock> running, AgentProfile before, Instant until) {
        alerts.settle(running, agent, until);
        Optional<Instant> ghost = alerts.ghostSince();
        Instant heard = whereabouts.lastEventAt();
        Instant at = ghost.filter(since -> !staffing.isGhost())
                .map(since -> since.isAfter(heard) ? since : heard)
                .orElse(until);
        staffing.become(whereabouts.time().state().state(), ghost.isPresent(), before, Stamp.of(agent, at, version));
    }

    private void tell(Hands handsBefore, boolean inErrorBefore) {
        Stamp stamp = Stamp.of(agent, whereabouts.lastEventAt(), version);
        queues.contacts(handsBefore, whereabouts.hands(), stamp);
        desk.heard(whereabouts.time().onShift(), stamp);
        desk.troubles(handsBefore, whereabouts.hands(), stamp);
        whereabouts.errorSince().filter(since -> !inErrorBefore).ifPresent(since -> desk.error(since, stamp));
    }

    /** What an event shows to have been too long before is known from the event on. */
    private void tellSignals(Instant notBefore) {
        List<AlertSignal> all = alerts.signals();
        desk.signals(agent, all.subList(signalsTold, all.size()), notBefore);
        signalsTold = all.size();
    }

    private Step step(@Nullable AgentRow row) {
        return Step.newBuilder(tracked())
                .row(row)
                .intervals(whereabouts.time().written())
                .occupancy(occupancy.written())
                .desk(desk.all())
                .queues(queues.all())
                .build();
    }

    private AgentRow row() {
        ShiftTime time = whereabouts.time();
        return AgentRow.newBuilder()
                .setAgentId(agent.agentId())
                .setAgentArn(agent.agentArn())
                .setUsername(agent.username().orElse(null))
                .setInstanceId(agent.instanceId())
                .setAgentKind(agent.kind())
                .setVersion(version)
                .setState(time.state().state())
                .setCustomStatus(time.state().customStatus().orElse(null))
                .setStateStart(time.stateStart())
                .setContacts(whereabouts.hands().rows())
                .setRoutingProfile(agent.routingProfile().orElse(null))
                .setTeam(agent.team().orElse(null))
                .setLastEventAt(whereabouts.lastEventAt())
                .build();
    }

    private TrackedAgent tracked() {
        TrackedAgent.Builder tracked = TrackedAgent.newBuilder()
                .setVersion(version)
                .setRecentEventIds(recent.ids())
                .setOccupancy(occupancy.tracked())
                .setAlerts(alerts.open())
                .setDueAt(nextDue().orElse(null));
        agent.saveTo(tracked);
        whereabouts.saveTo(tracked);
        staffing.saveTo(tracked);
        return tracked.build();
    }

    private Optional<Instant> nextDue() {
        ShiftTime time = whereabouts.time();
        Stream<Instant> alert = alerts.nextDue(clocks(), agent).stream();
        Stream<Instant> quarter = time.onShift() ? Stream.of(time.nextDue(), occupancy.nextDue()) : Stream.empty();
        return Stream.concat(alert, quarter).min(Comparator.naturalOrder());
    }
}
