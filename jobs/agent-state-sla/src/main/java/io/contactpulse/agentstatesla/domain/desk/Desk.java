package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.rules.Rule;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import java.time.Duration;
import java.util.Optional;

/** What everybody who works at the desk has at hand. */
final class Desk {
    private final DeskMemory memory;
    private final Rules rules;
    private final DeskSettings settings;
    private final DeskClock clock;
    private final Notebook notes;
    private final Agenda agenda;
    private final DeskStep step = new DeskStep();

    Desk(DeskMemory memory, Rules rules, DeskSettings settings, DeskClock clock) {
        this.memory = memory;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
        this.notes = new Notebook(memory.notes());
        this.agenda = new Agenda(memory.agenda(), notes);
    }

    String instanceId() {
        return memory.instanceId();
    }

    DeskMemory memory() {
        return memory;
    }

    Rules rules() {
        return rules;
    }

    Optional<Rule> rule(String ruleId) {
        return rules.find(ruleId);
    }

    Duration keepFiring(String ruleId) {
        return rule(ruleId).map(Rule::keepFiring).orElse(Duration.ZERO);
    }

    DeskSettings settings() {
        return settings;
    }

    Notebook notes() {
        return notes;
    }

    Agenda agenda() {
        return agenda;
    }

    DeskClock clock() {
        return clock;
    }

    DeskStep step() {
        return step;
    }

    /** The work is done. */
    DeskStep close() {
        notes.close();
        return step;
    }
}
