package io.contactpulse.agentstatesla.domain.queue;

import io.contactpulse.schema.AgentAvailability;
import io.contactpulse.schema.QueueHeadcount;
import io.contactpulse.schema.QueueStaff;
import io.contactpulse.schema.QueueStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The agents of one queue, and how many there were at most. A ghost is no staff. */
final class Staffing {
    private final TreeMap<String, QueueStaff> agents = new TreeMap<>();
    private final List<QueueHeadcount> headcounts;
    private boolean seen;

    Staffing(List<QueueStaff> agents, List<QueueHeadcount> headcounts, boolean seen) {
        agents.forEach(agent -> this.agents.put(agent.getAgentId(), agent));
        this.headcounts = new ArrayList<>(headcounts);
        this.seen = seen;
    }

    void apply(QueueStaff agent, Instant now) {
        if (agent.getAvailability() == AgentAvailability.OFF) {
            agents.remove(agent.getAgentId());
        } else {
            agents.put(agent.getAgentId(), agent);
        }
        seen = seen || staffed() > 0;
        count(Window.slice(now));
    }

    /** A minute begins with as many agents as the one before had in the end. */
    private void count(Instant minute) {
        int staffed = staffed();
        int before = 0;
        if (!headcounts.isEmpty()) {
            QueueHeadcount newest = headcounts.get(headcounts.size() - 1);
            boolean sameMinute = newest.getMinute().equals(minute);
            before = sameMinute ? newest.getMost() : newest.getLast();
            if (sameMinute) {
                headcounts.remove(headcounts.size() - 1);
            }
        }
        headcounts.add(QueueHeadcount.newBuilder()
                .setMinute(minute)
                .setMost(Math.max(before, staffed))
                .setLast(staffed)
                .build());
    }

    void forget(Window window) {
        while (headcounts.size() > 1 && !headcounts.get(1).getMinute().isAfter(window.start())) {
            headcounts.remove(0);
        }
    }

    /** Most agents at any time of the window; call {@link #forget} first. */
    int most(Window window) {
        int most = 0;
        for (QueueHeadcount headcount : headcounts) {
            most = Math.max(most, window.isPast(headcount.getMinute()) ? headcount.getLast() : headcount.getMost());
        }
        return most;
    }

    int staffed() {
        return count(agent -> !agent.getGhost());
    }

    void writeTo(QueueStatus.Builder row) {
        row.setStaffed(staffed())
                .setAvailable(count(agent -> isAvailable(agent) && !agent.getGhost()))
                .setGhosts(count(QueueStaff::getGhost));
    }

    private int count(Predicate<QueueStaff> condition) {
        return (int) agents.values().stream().filter(condition).count();
    }

    static boolean isAvailable(QueueStaff agent) {
        return agent.getAvailability() == AgentAvailability.AVAILABLE;
    }

    /** Whether there ever was anybody: before that, an empty queue is one whose agents we do not see. */
    boolean seen() {
        return seen;
    }

    /** By id, ghosts too. */
    List<QueueStaff> agents() {
        return List.copyOf(agents.values());
    }

    List<QueueHeadcount> headcounts() {
        return headcounts;
    }
}
