package io.contactpulse.agentstatesla.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.agentstatesla.domain.rules.InvalidRules;
import io.contactpulse.agentstatesla.domain.rules.RuleReading;
import io.contactpulse.schema.RuleText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RuleLocationTest {
    private static final String RULE = "rules: [{id: %s, when: {state: ACW}, warn: 3s}]";

    @TempDir
    Path folder;

    @Test
    void readsTheRuleFilesOfAFolderInTheOrderOfTheirNames() throws IOException {
        write("two.yaml", String.format(RULE, "b"));
        write("one.yaml", String.format(RULE, "a"));
        write("notes.txt", "not a rule file");
        Files.createDirectory(folder.resolve("folder.yaml"));

        assertThat(at(folder.toString()).checked().getFiles())
                .containsExactly(
                        text(folder + "/one.yaml", String.format(RULE, "a")),
                        text(folder + "/two.yaml", String.format(RULE, "b")));
    }

    @Test
    void readsOneFileWhateverItsName() throws IOException {
        Path file = write("rules of today", String.format(RULE, "a"));

        assertThat(at(file.toString()).checked().getFiles())
                .containsExactly(text(file.toString(), String.format(RULE, "a")));
    }

    @Test
    void readsALocationWithAScheme() throws IOException {
        write("one.yaml", String.format(RULE, "a"));

        assertThat(at("file://" + folder).version())
                .isEqualTo(at(folder.toString()).version());
    }

    @Test
    void givesAnotherVersionForOtherContentAndForOtherNames() throws IOException {
        Path file = write("one.yaml", String.format(RULE, "a"));
        String version = at(folder.toString()).version();

        assertThat(at(folder.toString()).version()).isEqualTo(version);
        write("one.yaml", String.format(RULE, "b"));
        assertThat(at(folder.toString()).version()).isNotEqualTo(version);
        write("one.yaml", String.format(RULE, "a"));
        Files.move(file, folder.resolve("other.yaml"));
        assertThat(at(folder.toString()).version()).isNotEqualTo(version);
    }

    @Test
    void saysThatNothingIsThere() {
        refuses(folder.toString(), "no rule file (*.yaml) at " + folder);
        refuses(folder + "/gone", "no rule file (*.yaml) at " + folder + "/gone");
    }

    @Test
    void saysThatTheFileSystemDoesNotAnswer() {
        refuses(
                "s3://rules-bucket/rules",
                "cannot read the rules at s3://rules-bucket/rules "
                        + "(org.apache.flink.core.fs.UnsupportedFileSystemSchemeException: ");
    }

    /** Of eight gigabytes nobody could read even a part in the time of a test. */
    @Test
    void refusesAHugeFileWithoutReadingIt() throws IOException {
        write("one.yaml", "rules: 5");
        for (long size : new long[] {10_000_000, 8_000_000_000L}) {
            try (RandomAccessFile huge =
                    new RandomAccessFile(folder.resolve("huge.yaml").toFile(), "rw")) {
                huge.setLength(size);
            }
            refuses(
                    folder.toString(),
                    "2 problems in the rules:\n  - " + folder
                            + "/huge.yaml:1: larger than 1000000 bytes; rule files are small\n  - " + folder
                            + "/one.yaml:1: 'rules' must be a list");
        }
    }

    /** It says that it is empty and never ends, like a file that grows while it is read. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void stopsReadingAFileThatIsLargerThanItSaid() {
        refuses("/dev/zero", "/dev/zero:1: larger than 1000000 bytes; rule files are small");
    }

    @Test
    void takesAFileOfTheLargestSize() throws IOException {
        String rule = String.format(RULE, "a") + "\n#";
        write("one.yaml", rule + "x".repeat(1_000_000 - rule.length()));

        assertThat(at(folder.toString()).checked().getFiles()).hasSize(1);
        write("one.yaml", rule + "x".repeat(1_000_001 - rule.length()));
        refuses(folder.toString(), folder + "/one.yaml:1: larger than 1000000 bytes; rule files are small");
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(folder.resolve("one.yaml"), new byte[] {'r', (byte) 0xff});
        String version = at(folder.toString()).version();
        refuses(folder.toString(), folder + "/one.yaml:1: cannot be read as UTF-8 text");

        Files.write(folder.resolve("one.yaml"), new byte[] {'s', (byte) 0xff});
        assertThat(at(folder.toString()).version()).isNotEqualTo(version);
    }

    private static void refuses(String location, String message) {
        assertThatThrownBy(() -> at(location).checked())
                .isInstanceOf(InvalidRules.class)
                .hasMessageStartingWith(message);
    }

    private static RuleReading at(String location) {
        return RuleLocation.of(location).read();
    }

    private static RuleText text(String name, String text) {
        return RuleText.newBuilder().setName(name).setText(text).build();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
