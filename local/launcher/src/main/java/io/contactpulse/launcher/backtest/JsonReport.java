package io.contactpulse.launcher.backtest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.launcher.backtest.RuleReport.Supervisor;
import java.time.Duration;

/** A backtest for machines: one JSON object. The command's help says what is in it. */
final class JsonReport {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double MILLIS_OF_SECOND = 1000;

    private JsonReport() {}

    static String of(Backtest backtest) {
        ObjectNode json = JSON.createObjectNode();
        writeRecording(backtest, json.putObject("recording"));
        json.putObject("run").put("seconds", seconds(backtest.took())).put("timesRealTime", backtest.timesRealTime());
        writeRuleSet(backtest.tried(), json.putObject("rules"));
        backtest.against().ifPresent(against -> writeRuleSet(against, json.putObject("against")));
        backtest.comparison().ifPresent(comparison -> writeChanges(comparison, json.putObject("changes")));
        return json.toString();
    }

    private static void writeRecording(Backtest backtest, ObjectNode json) {
        json.put("first", backtest.period().first().toString());
        json.put("newest", backtest.period().newest().toString());
        json.put("end", backtest.period().end().toString());
        json.put("spanSeconds", seconds(backtest.period().span()));
        json.put("events", backtest.recorded().events());
        json.put("unreadable", backtest.recorded().unreadable());
    }

    private static void writeRuleSet(RuleSetReport rules, ObjectNode json) {
        json.put("location", rules.location());
        ArrayNode perRule = json.putArray("perRule");
        rules.perRule().forEach(rule -> writeRule(rule, perRule.addObject()));
        writeRule(rules.total(), json.putObject("total"));
    }

    private static void writeRule(RuleReport rule, ObjectNode json) {
        json.put("ruleId", rule.ruleId());
        json.put("alerts", rule.alerts().all());
        json.put("warn", rule.alerts().warn());
        json.put("critical", rule.alerts().critical());
        json.put("open", rule.alerts().open());
        json.put("totalSeconds", seconds(rule.durations().total()));
        json.put(
                "medianSeconds",
                rule.durations().median().map(JsonReport::seconds).orElse(null));
        json.put("pages", rule.pages());
        rule.pagesByTeam().forEach(json.putObject("pagesByTeam")::put);
        json.putNull("busiest");
        rule.busiest().ifPresent(busiest -> writeBusiest(busiest, json.putObject("busiest")));
        json.put("flaps", rule.flaps());
    }

    private static void writeBusiest(Supervisor busiest, ObjectNode json) {
        json.put("team", busiest.team());
        json.put("pages", busiest.pages());
        json.put("pagesPerHour", busiest.pagesPerHour().orElse(null));
    }

    private static void writeChanges(Comparison comparison, ObjectNode json) {
        ArrayNode perRule = json.putArray("perRule");
        comparison.perRule().forEach(change -> writeChange(change, perRule.addObject()));
        writeChange(comparison.total(), json.putObject("total"));
    }

    private static void writeChange(RuleChange change, ObjectNode json) {
        json.put("ruleId", change.ruleId());
        json.put("new", change.added());
        json.put("gone", change.gone());
        json.put("earlier", change.earlier());
        json.put("later", change.later());
        json.put("pages", change.pages().now());
        json.put("pagesAgainst", change.pages().before());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_OF_SECOND;
    }
}
