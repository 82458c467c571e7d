package io.contactpulse.agentstatesla;

import io.contactpulse.agentstatesla.domain.AgentTracker;
import io.contactpulse.agentstatesla.domain.Schedule;
import io.contactpulse.agentstatesla.domain.desk.DeskSettings;
import io.contactpulse.agentstatesla.domain.queue.ServiceLevelTargets;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the job goes by when nobody sets anything. */
public final class ShippedParameters {
    private ShippedParameters() {}

    public static AgentStateSlaParameters parameters() {
        return with(RuleFiles.load(Optional.empty()));
    }

    /** The shipped rules on agents and their contacts alone. */
    public static Rules rulesOnAgents() {
        Rules all = RuleFiles.load(Optional.empty());
        return Rules.of(all.ids().stream()
                .map(id -> all.find(id).orElseThrow())
                .filter(rule -> rule.measure().scope() == Measure.Scope.AGENT)
                .toList());
    }

    public static AgentStateSlaParameters with(Rules rules) {
        return AgentStateSlaParameters.of(
                rules,
                AgentTracker.of(Schedule.none()),
                ServiceLevelTargets.of(Duration.ofSeconds(20), Map.of()),
                DeskSettings.newBuilder().build());
    }
}
