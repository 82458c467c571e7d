package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.rules.InvalidRules;
import io.contactpulse.agentstatesla.domain.rules.RuleReading;
import io.contactpulse.agentstatesla.domain.rules.RulesRefused;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RuleSet;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the rule files at every tick; all ticks have the same key. Files that are good and new go out as one set. Files
 * that are bad are told once, and nothing else changes. After a restart they are judged again: a new release may refuse
 * what the one before took. Works by the wall clock: it is about files, not about events.
 */
public final class WatchRules extends KeyedProcessFunction<String, Long, RuleSet> {
    public static final OutputTag<DeskEntry> REFUSALS = new OutputTag<>("rule-refusals") {};

    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = LoggerFactory.getLogger(WatchRules.class);

    /** Cleared by nothing: what the newest look found, one hash. */
    private static final ValueStateDescriptor<String> SEEN = new ValueStateDescriptor<>("seen-rules", Types.STRING);

    /** Cleared by nothing: the set that was sent last, one hash. */
    private static final ValueStateDescriptor<String> SENT = new ValueStateDescriptor<>("sent-rules", Types.STRING);

    /** Cleared by the next good files. */
    private static final ValueStateDescriptor<AlertSignal> REFUSED =
            new ValueStateDescriptor<>("refused-rules", AlertSignal.class);

    private final RuleLocation location;

    private transient ValueState<String> seen;
    private transient ValueState<String> sent;
    private transient ValueState<AlertSignal> refused;
    private transient Counter refusals;
    private transient boolean looked;
    /** Read by the thread that reports metrics. */
    private transient volatile boolean refusedNow;

    WatchRules(RuleLocation location) {
        this.location = location;
    }

    @Override
    public void open(OpenContext context) {
        seen = getRuntimeContext().getState(SEEN);
        sent = getRuntimeContext().getState(SENT);
        refused = getRuntimeContext().getState(REFUSED);
        refusals = getRuntimeContext().getMetricGroup().counter("ruleSetsRefused");
        getRuntimeContext().getMetricGroup().gauge("rulesRefusedNow", (Gauge<Integer>) () -> refusedNow ? 1 : 0);
    }

    @Override
    public void processElement(Long tick, Context context, Collector<RuleSet> sets) throws Exception {
        RuleReading reading = location.read();
        boolean changed = !reading.version().equals(seen.value());
        if (changed || (!looked && refused.value() == null)) {
            seen.update(reading.version());
            judge(reading, context, sets);
        }
        looked = true;
        refusedNow = refused.value() != null;
    }

    private void judge(RuleReading reading, Context context, Collector<RuleSet> sets) throws Exception {
        Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
        try {
            RuleSet rules = reading.checked();
            clear("RULES_ACCEPTED", now, context);
            if (!rules.getVersion().equals(sent.value())) {
                sent.update(rules.getVersion());
                sets.collect(rules);
            }
        } catch (InvalidRules e) {
            refusals.inc();
            LOGGER.error("rules refused, the old ones stay in force problems={}", e.getMessage());
            clear("OTHER_RULES_REFUSED", now, context);
            AlertSignal raised = RulesRefused.raised(reading.version(), e.problems(), now);
            refused.update(raised);
            context.output(REFUSALS, RulesRefused.entry(raised));
        }
    }

    private void clear(String reason, Instant now, Context context) throws Exception {
        AlertSignal raised = refused.value();
        if (raised != null) {
            context.output(REFUSALS, RulesRefused.entry(RulesRefused.cleared(raised, reason, now)));
            refused.clear();
        }
    }
}
