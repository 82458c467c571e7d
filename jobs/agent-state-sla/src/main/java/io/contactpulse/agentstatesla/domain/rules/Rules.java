package io.contactpulse.agentstatesla.domain.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** All rules in force, in the order of their files. */
public final class Rules implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Rule> byId;

    private Rules(LinkedHashMap<String, Rule> byId) {
        this.byId = byId;
    }

    public static Rules none() {
        return of(List.of());
    }

    public static Rules of(Iterable<Rule> rules) {
        LinkedHashMap<String, Rule> byId = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (byId.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("two rules have the id " + rule.id());
            }
        }
        return new Rules(byId);
    }

    /** The rules on that measure that watch this. */
    public List<Rule> watching(Measure measure, Facts facts) {
        List<Rule> watching = new ArrayList<>();
        for (Rule rule : byId.values()) {
            if (rule.measure() == measure && rule.watches(facts)) {
                watching.add(rule);
            }
        }
        return watching;
    }

    /** In the order of their files. */
    public List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    public Optional<Rule> find(String ruleId) {
        return Optional.ofNullable(byId.get(ruleId));
    }
}
