package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.rules.InvalidRules;
import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.domain.rules.Rules;
import io.contactpulse.schema.RuleSet;
import java.io.Serializable;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules an operator goes by: those it started with until others are broadcast. Texts travel and are kept, rules are
 * parsed where they are needed. Whoever broadcasts a set has checked it, but a stored one may be from a release that took
 * what this one refuses: then it is the rules of the start again, as a job that fails at every alert helps nobody.
 */
public final class RulesInForce implements Serializable {
    /** Cleared by nothing: the newest set, one entry. */
    public static final MapStateDescriptor<String, RuleSet> STATE =
            new MapStateDescriptor<>("rules-in-force", Types.STRING, TypeInformation.of(RuleSet.class));

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = LoggerFactory.getLogger(RulesInForce.class);
    private static final String NEWEST = "newest";

    private final Rules initial;
    private transient @Nullable String version;
    private transient @Nullable Rules parsed;

    public RulesInForce(Rules initial) {
        this.initial = initial;
    }

    /** Takes in a set that was broadcast. */
    void become(RuleSet rules, BroadcastState<String, RuleSet> state) throws Exception {
        state.put(NEWEST, rules);
    }

    Rules now(ReadOnlyBroadcastState<String, RuleSet> state) throws Exception {
        RuleSet newest = state.get(NEWEST);
        if (newest == null) {
            return initial;
        }
        Rules rules = parsed;
        if (rules == null || !newest.getVersion().equals(version)) {
            rules = parse(newest);
            parsed = rules;
            version = newest.getVersion();
        }
        return rules;
    }

    private Rules parse(RuleSet stored) {
        try {
            return RuleFiles.parse(stored.getFiles());
        } catch (InvalidRules e) {
            LOGGER.error(
                    "stored rules refused, the rules of the start are in force; correct the rule files problems={}",
                    e.getMessage());
            return initial;
        }
    }
}
