package io.contactpulse.agentstatesla.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.schema.AlertLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFilesTest {
    private static final String RULE = "rules:\n- id: a\n  when: {state: RINGING}\n  warn: 20s\n";

    @TempDir
    Path folder;

    @Test
    void shipsDefaultsThatAreValid() {
        Rules rules = RuleFiles.load(Optional.empty());

        Rule hold = rules.find("hold-too-long").orElseThrow();
        assertThat(hold.threshold(AlertLevel.WARN))
                .contains(Duration.ofMinutes(2).toMillis());
        assertThat(hold.threshold(AlertLevel.CRITICAL))
                .contains(Duration.ofMinutes(3).toMillis());
        assertThat(hold.suggestedAction()).isPresent();
    }

    @Test
    void readsAllFilesOfAFolder() throws IOException {
        Files.writeString(folder.resolve("one.yaml"), RULE);
        Files.writeString(folder.resolve("two.yaml"), RULE.replace("id: a", "id: b"));
        Files.writeString(folder.resolve("notes.txt"), "not a rule file");

        Rules rules = RuleFiles.load(Optional.of(folder));

        assertThat(rules.find("a")).isPresent();
        assertThat(rules.find("b")).isPresent();
        assertThat(rules.find("hold-too-long")).isEmpty();
    }

    @Test
    void changesARulesVersionWithItsContentOnly() throws IOException {
        String version = load(RULE).find("a").orElseThrow().version();

        assertThat(load("# a comment\n" + RULE).find("a").orElseThrow().version())
                .isEqualTo(version);
        assertThat(load(RULE.replace("20s", "21s")).find("a").orElseThrow().version())
                .isNotEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "warn: 20s            | warn: soon              | 4: 'warn' must be a duration such as 90s, 5m or 2h, not 'soon'",
                "warn: 20s            | warn: 0s                | 4: 'warn' must be a duration",
                "warn: 20s            | warn: 20s, 30s          | 4: 'warn' must be a duration",
                "warn: 20s            | warnn: 20s              | 4: a rule's keys are attributes, critical, escalate",
                "warn: 20s            | suggestedAction: none   | 2: the rule needs 'warn' or 'critical'",
                "warn: 20s            | {warn: 20s              | not YAML",
                "state: RINGING       | state: SINGING          | 3: unknown value 'SINGING'; known are ERROR, MISSED",
                "state: RINGING       | state: OFFLINE          | 3: nobody is watched while OFFLINE",
                "state: RINGING       | channel: VOICE          | 3: 'when' needs a 'state'",
                "state: RINGING       | state: RINGING, colour: red | 3: 'when' knows agentKind, channel, customStatus",
                "state: RINGING       | state: []               | 3: 'state' is an empty list",
                "id: a                | id: A b                 | 2: 'id' must be lower-case letters",
                "id: a                | id: [a]                 | 2: a single value is expected here",
                "- id: a              | - warn: 10s             | 2: the rule has no 'id'",
                "rules:               | rulez:                  | 1: a rule file has one key, 'rules', unknown is 'rulez'"
            })
    void refusesABadFileWithLineAndReason(String good, String bad, String message) {
        assertThatThrownBy(() -> load(RULE.replace(good, bad)))
                .isInstanceOf(InvalidRules.class)
                .hasMessageContaining("rules.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void refusesThresholdsInTheWrongOrder() {
        assertThatThrownBy(() -> load(RULE + "  critical: 20s\n"))
                .hasMessageEndingWith("rules.yaml:5: 'critical' must be longer than 'warn'");
    }

    @Test
    void refusesTwoRulesOfTheSameId() {
        assertThatThrownBy(() -> load(RULE + RULE.replace("rules:\n", "")))
                .hasMessageContaining(
                        "rules.yaml:5: rule id 'a' is used twice; ids must be unique; it is first used at ");
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> load(RULE.replace("20s", "soon").replace("RINGING", "SINGING")))
                .hasMessageStartingWith("2 problems in the rules:")
                .hasMessageContaining("SINGING")
                .hasMessageContaining("soon");
    }

    @Test
    void refusesAHugeFile() throws IOException {
        Path file = Files.writeString(folder.resolve("rules.yaml"), "# " + "x".repeat(1_000_000));

        assertThatThrownBy(() -> RuleFiles.load(Optional.of(file)))
                .hasMessage(file + ":1: larger than 1000000 bytes; rule files are small");
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> RuleFiles.load(Optional.of(folder.resolve("absent.yaml"))))
                .hasMessageStartingWith("no rule file (*.yaml) at ");
    }

    private Rules load(String text) throws IOException {
        return RuleFiles.load(Optional.of(Files.writeString(folder.resolve("rules.yaml"), text)));
    }
}
