package io.contactpulse.agentstatesla.domain;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;

/** Who is asked to do what and when; agents are known by id or by login name. */
public final class Schedule implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, AgentSchedule> byAgent = new HashMap<>();

    Schedule() {}

    /** Nothing is asked of anybody: no adherence is told. */
    public static Schedule none() {
        return new Schedule();
    }

    /** False if something else is asked of the agent in that time. */
    boolean add(String agent, Instant start, Instant end, boolean productive) {
        return byAgent.computeIfAbsent(agent, name -> new AgentSchedule()).add(start, end, productive);
    }

    AgentSchedule of(AgentProfile agent) {
        AgentSchedule byName = agent.username().map(byAgent::get).orElse(AgentSchedule.NONE);
        return byAgent.getOrDefault(agent.agentId(), byName);
    }
}
