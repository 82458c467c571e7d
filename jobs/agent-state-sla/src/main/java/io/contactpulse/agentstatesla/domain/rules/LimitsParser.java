package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.schema.AlertLevel;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how much is too much (or too little), and when it is over. */
final class LimitsParser {
    private static final String WARN = "warn";
    private static final String CRITICAL = "critical";
    private static final String RECOVER_BELOW = "recoverBelow";
    private static final String RECOVER_ABOVE = "recoverAbove";
    private static final String MIN_VOLUME = "minVolume";

    private final YamlFile yaml;
    private final RuleValues values;
    private final Measure measure;

    LimitsParser(YamlFile yaml, RuleValues values, Measure measure) {
        this.yaml = yaml;
        this.values = values;
        this.measure = measure;
    }

    void parse(Node rule, Rule.Builder builder) {
        Optional<Long> warn = values.amount(WARN, measure.unit());
        Optional<Long> critical = values.amount(CRITICAL, measure.unit());
        warn.ifPresent(amount -> builder.threshold(AlertLevel.WARN, amount));
        critical.ifPresent(amount -> builder.threshold(AlertLevel.CRITICAL, amount));
        if (values.node(WARN).isEmpty() && values.node(CRITICAL).isEmpty()) {
            yaml.problem(rule, "the rule needs 'warn' or 'critical'");
        }
        if (warn.isPresent() && critical.isPresent() && !beyond(critical.get(), warn.get())) {
            yaml.problem(values.node(CRITICAL).orElse(rule), "'critical' must be " + direction() + " than 'warn'");
        }
        recovery(warn.or(() -> critical)).ifPresent(builder::recoverLimit);
        minVolume().ifPresent(builder::minVolume);
        values.duration("keepFiring").ifPresent(builder::keepFiring);
    }

    private Optional<Long> recovery(Optional<Long> firstThreshold) {
        String key = measure.breachesBelow() ? RECOVER_ABOVE : RECOVER_BELOW;
        String wrong = measure.breachesBelow() ? RECOVER_BELOW : RECOVER_ABOVE;
        values.node(wrong)
                .ifPresent(node -> yaml.problem(
                        node,
                        "'" + wrong + "' does not go with " + measure.key() + ", where too "
                                + (measure.breachesBelow() ? "little" : "much") + " is the breach; use '" + key + "'"));
        Optional<Long> limit = values.amount(key, measure.unit());
        if (limit.isPresent() && firstThreshold.isPresent() && !beyond(firstThreshold.get(), limit.get())) {
            values.node(key)
                    .ifPresent(node -> yaml.problem(
                            node,
                            "'" + key + "' must be " + (measure.breachesBelow() ? "above" : "below")
                                    + " both thresholds"));
        }
        return limit;
    }

    private Optional<Long> minVolume() {
        if (measure.unit() == Measure.Unit.PERCENT) {
            return values.count(MIN_VOLUME);
        }
        values.node(MIN_VOLUME)
                .ifPresent(node -> yaml.problem(node, "'" + MIN_VOLUME + "' only goes with a measure in percent"));
        return Optional.empty();
    }

    private boolean beyond(long worse, long better) {
        return measure.breachesBelow() ? worse < better : worse > better;
    }

    private String direction() {
        if (measure.breachesBelow()) {
            return "lower";
        }
        return measure.unit() == Measure.Unit.DURATION ? "longer" : "higher";
    }
}
