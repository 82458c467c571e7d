package io.contactpulse.jobruntime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTimestampScannerTest {
    private static final long SEED = 20260302;

    private final JsonTimestampScanner scanner = new JsonTimestampScanner("At");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"At":"2026-03-02T09:00:00Z"}
            {"At":"2026-03-02T09:00:00.000Z","Id":"a"}
            {"Id":"ä\\"","Numbers":[1,{"x":2}],"At" :\t"2026-03-02T10:00:00+01:00"}
            {"Inner":{"At":"2020-01-01T00:00:00Z"},"At":"2026-03-02T09:00:00Z"}
            {"Text":"\\"At\\":\\"2020-01-01T00:00:00Z\\"","At":"2026-03-02T09:00:00Z"}
            {"Text":"At","At":"2026-03-02T09:00:00Z"}
            {"Text":"{[","At":"2026-03-02T09:00:00Z"}
            """)
    void findsTheTopLevelField(String json) {
        assertThat(scan(json)).hasValue(Instant.parse("2026-03-02T09:00:00Z").toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            {"Id":"a"}
            {"At":null}
            {"At":1772442000000}
            {"At":"soon"}
            {"At":"2026-03-02T09:00:00Z
            {"At":
            {"At"
            {"At
            {"At\\
            {"Inner":{"At":"2026-03-02T09:00:00Z"}}
            ["At","2026-03-02T09:00:00Z"]
            {"Attach":"2026-03-02T09:00:00Z"}
            """)
    void isEmptyWhenTheBytesDoNotTell(String json) {
        assertThat(scan(json)).isEmpty();
    }

    @Test
    void survivesACutAnywhere() {
        byte[] json = "{\"Id\":\"a\\\\\",\"At\" : \"2026-03-02T09:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= json.length; length++) {
            boolean isComplete = length >= json.length - 1;
            assertThat(scanner.eventTime(Arrays.copyOf(json, length)).isPresent())
                    .as("length %d", length)
                    .isEqualTo(isComplete);
        }
    }

    @Test
    void neverThrows() {
        Random random = new Random(SEED);
        String alphabet = "{}[]\":\\,At 2026-03-02T09:00:00Z";
        for (int round = 0; round < 20_000; round++) {
            byte[] payload = new byte[random.nextInt(60)];
            for (int at = 0; at < payload.length; at++) {
                payload[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            assertThatCode(() -> scanner.eventTime(payload))
                    .as("seed %d, payload %s", SEED, new String(payload, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    private OptionalLong scan(String json) {
        return scanner.eventTime(json.getBytes(StandardCharsets.UTF_8));
    }
}
