package io.contactpulse.agentstatesla.domain;

import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.TrackedAgent;
import io.contactpulse.schema.TrackedOccupancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up how an agent uses every quarter hour. What is certain is counted up to the newest event; a finished quarter hour
 * is written although the situation goes on, and written again when an event tells that the situation had changed before.
 */
final class OccupancyTime {
    private final String agentId;
    private final AgentSchedule schedule;
    private final List<AgentOccupancy> written = new ArrayList<>();
    private Usage usage;
    private Instant countedUntil;
    private Instant writtenUntil;
    private Instant toldUntil;
    private long version;

    private OccupancyTime(String agentId, AgentSchedule schedule, Instant countedUntil) {
        this.agentId = agentId;
        this.schedule = schedule;
        this.usage = Usage.NONE;
        this.countedUntil = countedUntil;
        this.writtenUntil = QuarterHours.floor(countedUntil);
        this.toldUntil = writtenUntil;
    }

    static OccupancyTime startingAt(Instant start, String agentId, AgentSchedule schedule) {
        return new OccupancyTime(agentId, schedule, start);
    }

    /** The first release counted nothing: its agents are counted from their newest event on. */
    static OccupancyTime of(TrackedAgent agent, AgentSchedule schedule) {
        OccupancyTime time = startingAt(agent.getLastEventAt(), agent.getAgentId(), schedule);
        agent.getOptionalOccupancy().ifPresent(time::restore);
        return time;
    }

    private void restore(TrackedOccupancy tracked) {
        usage = Usage.of(tracked);
        countedUntil = tracked.getCountedUntil();
        writtenUntil = tracked.getWrittenUntil();
        toldUntil = tracked.getToldUntil();
        version = tracked.getVersion();
    }

    /** Writes the quarter hours of the running situation that are over by then. */
    void settle(Situation running, Instant until) {
        while (running.isStaffed() && !nextDue().isAfter(until)) {
            Instant quarter = writtenUntil;
            writtenUntil = nextDue();
            boolean begun = quarter.equals(QuarterHours.floor(countedUntil));
            Usage before = begun ? usage : Usage.NONE;
            write(quarter, before.plus(running, begun ? countedUntil : quarter, writtenUntil, schedule));
        }
    }

    /** Takes in that an event ended one situation and began another; they may be equal. */
    void become(Situation before, Situation after, Instant at) {
        count(before, at);
        if (before.equals(after)) {
            return;
        }
        Instant quarter = QuarterHours.floor(at);
        writtenUntil = quarter;
        if (before.isStaffed() && !after.isStaffed()) {
            end(quarter);
        }
    }

    private void count(Situation situation, Instant at) {
        settle(situation, at);
        Instant quarter = QuarterHours.floor(at);
        boolean sameQuarter = quarter.equals(QuarterHours.floor(countedUntil));
        Instant from = sameQuarter ? countedUntil : quarter;
        usage = (sameQuarter ? usage : Usage.NONE).plus(situation, from, at, schedule);
        countedUntil = at;
        if (writtenUntil.isBefore(quarter)) {
            writtenUntil = quarter;
        }
    }

    /** The shift is over: what was written of later quarter hours was not so. */
    private void end(Instant quarter) {
        if (!usage.isNone() || toldUntil.isAfter(quarter)) {
            write(quarter, usage);
        }
        for (Instant next = QuarterHours.next(quarter); next.isBefore(toldUntil); next = QuarterHours.next(next)) {
            write(next, Usage.NONE);
        }
        toldUntil = QuarterHours.next(quarter);
    }

    private void write(Instant quarter, Usage used) {
        Instant end = QuarterHours.next(quarter);
        version = Math.max(version + 1, end.toEpochMilli());
        written.add(used.row(quarter, schedule)
                .setAgentId(agentId)
                .setVersion(version)
                .build());
        if (toldUntil.isBefore(end)) {
            toldUntil = end;
        }
    }

    /** When the next quarter hour is over. */
    Instant nextDue() {
        return QuarterHours.next(writtenUntil);
    }

    List<AgentOccupancy> written() {
        return written;
    }

    TrackedOccupancy tracked() {
        TrackedOccupancy.Builder tracked = TrackedOccupancy.newBuilder()
                .setCountedUntil(countedUntil)
                .setWrittenUntil(writtenUntil)
                .setToldUntil(toldUntil)
                .setVersion(version);
        usage.saveTo(tracked);
        return tracked.build();
    }
}
