package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.schema.DeadLetter;
import io.contactpulse.schema.RejectedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeRejectedWritesTest {
    private static final RejectedRecord REFUSED = DeadLetters.rejected("too large", DeadLetters.NINE_OCLOCK);

    @TempDir
    private Path folder;

    @Test
    void keepsTheRowInTheLakeAndTheBytesApart() {
        // when
        writes().keep(REFUSED);

        // then
        Path row = folder.resolve("lake/dead-letters/dt=2026-03-01/refused-hash-of-too large.parquet");
        Path bytes = folder.resolve("raw/dt=2026-03-01/refused-hash-of-too large.jsonl");
        assertThat(WrittenFiles.below(folder, ""))
                .filteredOn(Files::isRegularFile)
                .containsExactly(row, bytes);
        assertThat(WrittenFiles.rows(row, DeadLetter.class)).containsExactly(REFUSED.getLetter());
        assertThat(WrittenFiles.lines(bytes))
                .containsExactly(DeadLetters.rawLine("too large", DeadLetters.NINE_OCLOCK));
    }

    @Test
    void replacesTheSameRefusalAfterARestart() throws Exception {
        // given
        writes().keep(REFUSED);

        // when
        InstantiationUtil.clone(writes()).keep(REFUSED);

        // then
        assertThat(WrittenFiles.rowsBelow(folder.resolve("lake/dead-letters"), DeadLetter.class))
                .containsExactly(REFUSED.getLetter());
        assertThat(WrittenFiles.below(folder, ""))
                .filteredOn(Files::isRegularFile)
                .hasSize(2);
    }

    @Test
    void leavesThePayloadUnread() {
        // when
        writes().keep(REFUSED);

        // then
        assertThat(REFUSED.getPayload().remaining()).isEqualTo("too large".length());
    }

    @Test
    void failsWhenItCannotKeepTheRecord() throws IOException {
        // given
        Files.createFile(folder.resolve("lake"));

        // then
        assertThatThrownBy(() -> writes().keep(REFUSED))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot keep a dead letter in file:" + folder + "/lake/dead-letters");
    }

    private LakeRejectedWrites writes() {
        return new LakeRejectedWrites(LakeSettingsTest.read(
                Map.of("path", "file:" + folder + "/lake", "dead-letters-raw-path", "file:" + folder + "/raw")));
    }
}
