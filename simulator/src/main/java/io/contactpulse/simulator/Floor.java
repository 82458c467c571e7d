package io.contactpulse.simulator;

import io.contactpulse.schema.AgentStateChange;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A contact centre's floor at work. Everything follows from the scenario; nothing depends on the clock. */
public final class Floor {
    private static final Comparator<SimulatedEvent> BY_TIME =
            Comparator.comparing(SimulatedEvent::at).thenComparing(SimulatedEvent::agentArn);
    private static final Comparator<AgentStateChange> CHANGES_BY_TIME =
            Comparator.comparing(AgentStateChange::getAt).thenComparing(AgentStateChange::getAgentArn);

    private Floor() {}

    /** Events of all people, ordered by time, then agent; made while the stream is read. */
    public static Stream<SimulatedEvent> events(Scenario scenario) {
        BreachPlan plan = BreachPlan.of(scenario);
        ReturnedContacts returned = new ReturnedContacts();
        List<AgentDay> days = IntStream.range(0, scenario.agents())
                .mapToObj(index -> day(scenario, Agent.of(scenario.seed(), index), plan, returned))
                .toList();
        return MergedByTime.stream(days, BY_TIME);
    }

    /** Changes of all AI agents' activities, ordered by time, then agent; made while the stream is read. */
    public static Stream<AgentStateChange> aiEvents(Scenario scenario) {
        List<AiAgentDay> days = IntStream.range(0, scenario.aiAgents())
                .mapToObj(index -> new AiAgentDay(scenario, index))
                .toList();
        return MergedByTime.stream(days, CHANGES_BY_TIME);
    }

    /** All states of people that outlast their limit, ordered by their start. */
    public static List<PlantedBreach> plantedBreaches(Scenario scenario) {
        BreachPlan plan = BreachPlan.of(scenario);
        return Stream.concat(plan.all().stream(), plan.storms().errors().stream())
                .sorted(Comparator.comparing(PlantedBreach::stateStart).thenComparing(PlantedBreach::agentId))
                .toList();
    }

    /** All storms, ordered by their start. */
    public static List<PlantedStorm> plantedStorms(Scenario scenario) {
        return BreachPlan.of(scenario).storms().all();
    }

    private static AgentDay day(Scenario scenario, Agent agent, BreachPlan plan, ReturnedContacts returned) {
        List<Outage> outages = plan.storms().ofAgent(agent.index());
        // A storm hits a routing profile, so those it hits must still have theirs by then.
        Agent planned = outages.isEmpty() ? agent : agent.keepingProfile();
        DayPlanner planner = new DayPlanner(scenario, planned, plan, returned);
        return new AgentDay(scenario, planned, new Agenda(planner, outages, returned));
    }
}
