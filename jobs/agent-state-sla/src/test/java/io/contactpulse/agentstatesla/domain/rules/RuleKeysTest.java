package io.contactpulse.agentstatesla.domain.rules;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.RuleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleKeysTest {
    private static final String RULE = "rules: [{id: a, when: {state: ACW}, warn: 3s%s}]";

    @Test
    void readsEveryKeyAsTheManualShowsIt() throws IOException {
        Rules rules = parse(example(Files.readString(Path.of("RULES.md"))));

        Rule hold = rules.find("hold-too-long").orElseThrow();
        assertThat(hold.measure()).isEqualTo(Measure.STATE_SECONDS);
        assertThat(hold.threshold(AlertLevel.WARN)).contains(120_000L);
        assertThat(hold.threshold(AlertLevel.CRITICAL)).contains(180_000L);
        assertThat(hold.keepFiring()).isEqualTo(ofSeconds(15));
        assertThat(hold.flapDamping().map(FlapDamping::alerts)).contains(3);
        assertThat(hold.flapDamping().map(FlapDamping::within)).contains(ofMinutes(10));
        assertThat(hold.renotifyEvery()).contains(ofMinutes(15));
        assertThat(hold.escalation())
                .extracting(step -> step.after() + " " + step.to())
                .containsExactly("PT5M floor-manager", "PT20M head-of-service");
        assertThat(hold.quietHours())
                .hasToString("Optional[Europe/Berlin [720-780, 1320-1800] "
                        + "[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] [2026-12-25, 2026-12-26] CRITICAL]");
        assertThat(hold.suggestedAction()).contains("Offer the agent help, or ask to call the customer back.");
        assertThat(hold.attributes()).containsExactly(entry("tier", "gold"));
        assertThat(hold.recoverLimit()).isEmpty();
        assertThat(hold.minVolume()).isZero();
        Rule level = rules.find("sales-service-level").orElseThrow();
        assertThat(level.measure()).isEqualTo(Measure.SERVICE_LEVEL_ANSWERED);
        assertThat(level.threshold(AlertLevel.WARN)).contains(800L);
        assertThat(level.threshold(AlertLevel.CRITICAL)).contains(600L);
        assertThat(level.recoverLimit()).contains(850L);
        assertThat(level.minVolume()).isEqualTo(20);
    }

    @Test
    void watchesWhatMatchesEveryCondition() throws IOException {
        Rule hold = parse(example(Files.readString(Path.of("RULES.md"))))
                .find("hold-too-long")
                .orElseThrow();
        Map<Condition, String> facts = new LinkedHashMap<>(Map.of(
                Condition.STATE, "ON_HOLD",
                Condition.CHANNEL, "CHAT",
                Condition.TEAM, "North",
                Condition.AGENT_KIND, "HUMAN"));

        assertThat(hold.watches(condition -> Stream.ofNullable(facts.get(condition))))
                .isTrue();
        for (Condition each : Set.copyOf(facts.keySet())) {
            Map<Condition, String> others = new LinkedHashMap<>(facts);
            others.put(each, "another");
            assertThat(hold.watches(condition -> Stream.ofNullable(others.get(condition))))
                    .isFalse();
            others.remove(each);
            assertThat(hold.watches(condition -> Stream.ofNullable(others.get(condition))))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stateSeconds, 90s, 2h, 90000, 7200000",
        "totalHoldSeconds, 4m, 6m, 240000, 360000",
        "loginSeconds, 10h, 12h, 36000000, 43200000",
        "nextStatusSeconds, 10m, 20m, 600000, 1200000",
        "silentSeconds, 5m, 10m, 300000, 600000",
        "cycleSeconds, 20s, 60s, 20000, 60000",
        "availableWhileWaitingSeconds, 30s, 2m, 30000, 120000",
        "oldestWaitingSeconds, 60s, 3m, 60000, 180000",
        "feedSilentSeconds, 4m, 5m, 240000, 300000",
        "rejectedCount, 3, 5, 3, 5",
        "missedCount, 1, 999999999, 1, 999999999",
        "missedInARow, 2, 3, 2, 3",
        "cyclesWithoutResponse, 3, 5, 3, 5",
        "staffedAgents, 4, 2, 4, 2",
        "serviceLevelAnswered, 80%, 60%, 800, 600",
        "serviceLevelRemoved, 99.5%, 0.1%, 995, 1",
        "abandonRate, 10%, 100%, 100, 1000"
    })
    void readsThresholdsInTheUnitOfTheMeasure(String measure, String warn, String critical, long low, long high) {
        String when = measure.equals("stateSeconds") ? "when: {state: ACW}, " : "";

        Rule rule = parse("rules: [{id: a, " + when + "measure: " + measure + ", warn: " + warn + ", critical: "
                        + critical + "}]")
                .find("a")
                .orElseThrow();

        assertThat(rule.measure().key()).isEqualTo(measure);
        assertThat(rule.threshold(AlertLevel.WARN)).contains(low);
        assertThat(rule.threshold(AlertLevel.CRITICAL)).contains(high);
    }

    @Test
    void takesHoldAsTheStateOfTotalHold() {
        Rule rule = parse("rules: [{id: a, measure: totalHoldSeconds, when: {state: ON_HOLD}, warn: 3s}]")
                .find("a")
                .orElseThrow();

        assertThat(rule.watches(condition -> Stream.of("ON_HOLD"))).isTrue();
    }

    /** Rows and state of the first release carry these. */
    @ParameterizedTest
    @CsvSource({
        "ringing-too-long, e724469a82a1",
        "missed-not-cleared, 0e775d486a1f",
        "rejected-not-cleared, dbd08c108acf",
        "in-error, 16e481ac9959",
        "hold-too-long, ef6082a8455a",
        "talk-too-long, 9831fe0579b3",
        "after-contact-work-too-long, dc66836d69d2",
        "lunch-too-long, 85c13dfb6def",
        "break-too-long, 2da670f38f5f",
        "ai-agent-in-slow-step, 2c5c8475311b"
    })
    void keepsTheVersionOfARuleThatHasNotChanged(String id, String version) {
        assertThat(RuleFiles.load(Optional.empty()).find(id).map(Rule::version)).contains(version);
    }

    @Test
    void findsTheReleasedVersionInTheReleasedState() throws IOException {
        String state =
                Files.readString(Path.of("src/test/resources/released-state/2026-11"), StandardCharsets.ISO_8859_1);

        assertThat(state)
                .contains(RuleFiles.load(Optional.empty())
                        .find("hold-too-long")
                        .orElseThrow()
                        .version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", recoverBelow: 2s",
                ", keepFiring: 2s",
                ", flapDamping: {alerts: 2, within: 5m}",
                ", renotifyEvery: 5m",
                ", escalate: [{after: 5m, to: floor}]",
                ", quietHours: {zone: UTC, periods: ['01:00-02:00']}",
                ", attributes: {tier: gold}",
                ", suggestedAction: do it"
            })
    void givesARuleThatSaysMoreAnotherVersion(String more) {
        assertThat(version(more)).isNotEqualTo(version(""));
    }

    @Test
    void tellsEveryDetailApart() {
        List<String> details = List.of(
                ", quietHours: {zone: UTC, periods: ['01:00-02:00']}",
                ", quietHours: {zone: GMT, periods: ['01:00-02:00']}",
                ", quietHours: {zone: UTC, periods: ['01:00-02:01']}",
                ", quietHours: {zone: UTC, periods: ['01:00-02:00'], days: [MON]}",
                ", quietHours: {zone: UTC, periods: ['01:00-02:00'], holidays: [2026-12-25]}",
                ", quietHours: {zone: UTC, periods: ['01:00-02:00'], bypass: none}",
                ", escalate: [{after: 5m, to: floor}]",
                ", escalate: [{after: 5m, to: duty}]",
                ", escalate: [{after: 6m, to: floor}]",
                ", flapDamping: {alerts: 2, within: 5m}",
                ", flapDamping: {alerts: 3, within: 5m}",
                ", flapDamping: {alerts: 2, within: 6m}",
                ", attributes: {tier: gold}",
                ", attributes: {tier: silver}",
                ", attributes: {rank: gold}");

        Set<String> versions = new HashSet<>();
        details.forEach(detail -> versions.add(version(detail)));

        assertThat(versions).hasSize(details.size());
        assertThat(version(", attributes: {a: b, c: d}")).isEqualTo(version(", attributes: {c: d, a: b}"));
    }

    @Test
    void shipsRulesForEveryMeasureThatHasAUsefulDefault() {
        Rules rules = RuleFiles.load(Optional.empty());

        assertThat(rules.ids()).hasSize(23);
        assertThat(rules.ids())
                .allSatisfy(id -> assertThat(rules.find(id).orElseThrow().suggestedAction())
                        .isPresent());
        Rule level = rules.find("queue-service-level").orElseThrow();
        assertThat(level.threshold(AlertLevel.WARN)).contains(800L);
        assertThat(level.recoverLimit()).contains(850L);
        Rule login = rules.find("login-too-long").orElseThrow();
        assertThat(login.threshold(AlertLevel.CRITICAL)).contains(ofHours(12).toMillis());
        assertThat(login.due(Instant.EPOCH))
                .containsExactly(
                        entry(AlertLevel.WARN, Instant.parse("1970-01-01T10:00:00Z")),
                        entry(AlertLevel.CRITICAL, Instant.parse("1970-01-01T12:00:00Z")));
    }

    /** The one YAML block of a page. */
    static String example(String markdown) {
        int start = markdown.indexOf("```yaml\n") + "```yaml\n".length();
        return markdown.substring(start, markdown.indexOf("```", start));
    }

    private static String version(String more) {
        return parse(String.format(RULE, more)).find("a").orElseThrow().version();
    }

    private static Rules parse(String text) {
        return RuleFiles.parse(List.of(
                RuleText.newBuilder().setName("rules.yaml").setText(text).build()));
    }
}
