package io.contactpulse.agentstatesla.operator;

import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RuleSet;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Rule sets as they change, and what is refused. Both streams are of parallelism 1 and know no event time. */
public final class RuleFeed {
    private static final double MILLIS = 1000;
    private static final String ONE_KEY = "rules";

    private final DataStream<RuleSet> ruleSets;
    private final DataStream<DeskEntry> refusals;

    private RuleFeed(DataStream<RuleSet> ruleSets, DataStream<DeskEntry> refusals) {
        this.ruleSets = ruleSets;
        this.refusals = refusals;
    }

    public static RuleFeed attach(StreamExecutionEnvironment environment, String location, Duration interval) {
        SingleOutputStreamOperator<RuleSet> sets = environment
                .fromSource(
                        ticks(interval),
                        WatermarkStrategy.noWatermarks(),
                        "Tick when it is time to look at the rule files")
                .setParallelism(1)
                .uid("tick-rules")
                .keyBy(tick -> ONE_KEY)
                .process(new WatchRules(RuleLocation.of(location)))
                .setParallelism(1)
                .uid("watch-rules")
                .name("Watch the rule files");
        return new RuleFeed(sets, sets.getSideOutput(WatchRules.REFUSALS));
    }

    /** For a job whose rules never change: a stream without a set. A source cannot be empty, so its one element is dropped. */
    public static DataStream<RuleSet> silent(StreamExecutionEnvironment environment) {
        RuleSet nothing =
                RuleSet.newBuilder().setVersion("").setFiles(List.of()).build();
        return environment
                .fromData(List.of(nothing), TypeInformation.of(RuleSet.class))
                .setParallelism(1)
                .uid("no-other-rules")
                .name("No other rules")
                .filter(set -> !set.getFiles().isEmpty())
                .setParallelism(1)
                .uid("keep-the-rules")
                .name("Keep the rules of the start");
    }

    private static DataGeneratorSource<Long> ticks(Duration interval) {
        return new DataGeneratorSource<>(
                tick -> tick, Long.MAX_VALUE, RateLimiterStrategy.perSecond(MILLIS / interval.toMillis()), Types.LONG);
    }

    public DataStream<RuleSet> ruleSets() {
        return ruleSets;
    }

    public DataStream<DeskEntry> refusals() {
        return refusals;
    }
}
