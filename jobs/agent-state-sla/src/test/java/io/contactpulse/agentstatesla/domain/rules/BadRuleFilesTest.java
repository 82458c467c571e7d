package io.contactpulse.agentstatesla.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.schema.RuleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRuleFilesTest {
    static Stream<BadRule> badRules() {
        return BadRule.all();
    }

    @ParameterizedTest
    @MethodSource("badRules")
    void refusesItWithFileLineAndReason(BadRule bad) {
        assertThatThrownBy(() -> parse(bad.text()))
                .isInstanceOf(InvalidRules.class)
                .satisfies(e -> assertThat(((InvalidRules) e).problems()).contains(BadRule.FILE + ":" + bad.problem()));
    }

    /** All but those that are wrong in two ways at once. */
    @Test
    void namesNothingButTheProblem() {
        List<String> wordy = badRules()
                .filter(bad -> problems(bad.text()).size() != 1)
                .map(BadRule::problem)
                .toList();

        assertThat(wordy).containsExactly("1: a rule file has one key, 'rules', unknown is 'rulez'");
    }

    @Test
    void findsAnIdAgainInAnotherFile() {
        RuleText one = file("one.yaml", "rules: [{id: a, when: {state: ACW}, warn: 3s}]");
        RuleText two = file("two.yaml", "rules:\n- {id: a, when: {state: ACW}, warn: 3s}");

        assertThatThrownBy(() -> RuleFiles.parse(List.of(one, two)))
                .hasMessage(
                        "two.yaml:2: rule id 'a' is used twice; ids must be unique; it is first used at one.yaml:1");
    }

    @Test
    void listsAllProblemsAtOnceAndCountsTheOnesBeyondAHundred() {
        String rules = "rules:\n" + "- {id: B, when: {state: ACW}, warn: 3s}\n".repeat(120);

        assertThatThrownBy(() -> parse(rules))
                .hasMessageStartingWith("120 problems in the rules:\n  - rules.yaml:2: 'id' must be")
                .hasMessageContaining("\n  - rules.yaml:101: 'id' must be")
                .hasMessageEndingWith("\n  - and 20 more");
    }

    /** A file as large as is allowed takes no time, however much is wrong with it. */
    @Test
    void readsALargeBadFileWithoutEffort() {
        String names = "X" + ", X".repeat(300_000);

        assertThat(problems("rules: [{id: a, when: {state: [" + names + "]}, warn: 3s}]"))
                .hasSize(1);
        assertThat(problems("rules:\n" + "- 5\n".repeat(200_000))).hasSize(1000);
    }

    /** Whatever is done to a good file: it is refused, or it is good; nothing else is thrown. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void refusesADamagedFileAndNeverBreaks(long seed) throws IOException {
        Random random = new Random(seed);
        String good = defaults();
        for (int round = 0; round < 300; round++) {
            StringBuilder damaged = new StringBuilder(good);
            for (int place = 0; place < 1 + random.nextInt(4); place++) {
                int at = random.nextInt(damaged.length());
                damaged.replace(
                        at, at + random.nextInt(3), "{}[]:,&*!|>'\"%@`\n\t -?#~é\u0007".split("")[random.nextInt(24)]);
            }
            assertThatCode(() -> problems(damaged.toString()))
                    .as("seed " + seed + " round " + round)
                    .doesNotThrowAnyException();
        }
    }

    private static String defaults() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(BadRuleFilesTest.class.getResourceAsStream("/rules/default-rules.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> problems(String text) {
        try {
            parse(text);
            return List.of();
        } catch (InvalidRules e) {
            return e.problems();
        }
    }

    private static Rules parse(String text) {
        return RuleFiles.parse(List.of(file(BadRule.FILE, text)));
    }

    private static RuleText file(String name, String text) {
        return RuleText.newBuilder().setName(name).setText(text).build();
    }
}
