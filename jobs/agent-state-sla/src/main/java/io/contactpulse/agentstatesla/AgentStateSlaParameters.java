package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.domain.queue.ServiceLevelTargets;
import io.contactpulse.agentstatesla.domain.rules.Rules;

/** What the topology goes by: the rules it starts with, and how agents, queues and alerts are judged whatever the rules are. */
public final class AgentStateSlaParameters {
    private final Rules rules;
    private final AgentTracker tracker;
    private final ServiceLevelTargets targets;
    private final DeskSettings desk;

    private AgentStateSlaParameters(Rules rules, AgentTracker tracker, ServiceLevelTargets targets, DeskSettings desk) {
        this.rules = rules;
        this.tracker = tracker;
        this.targets = targets;
        this.desk = desk;
    }

    public static AgentStateSlaParameters of(
            Rules rules, AgentTracker tracker, ServiceLevelTargets targets, DeskSettings desk) {
        return new AgentStateSlaParameters(rules, tracker, targets, desk);
    }

    Rules rules() {
        return rules;
    }

    AgentTracker tracker() {
        return tracker;
    }

    ServiceLevelTargets targets() {
        return targets;
    }

    DeskSettings desk() {
        return desk;
    }
}
