package io.contactpulse.agentstatesla.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsciiLineTest {
    @ParameterizedTest
    @CsvSource({
        "agent-017, agent-017",
        "Grüße, Gruesse",
        "Gru\u0308n, Gruen",
        "Ærøskøbing, Aeroeskoebing",
        "José Núñez, Jose Nunez",
        "Łódź, Lodz",
        "東京, ??",
        "\uD83D\uDE00!, ?!",
    })
    void spellsWhatAsciiLacks(String text, String expected) {
        assertThat(AsciiLine.of(text)).isEqualTo(expected);
    }

    @Test
    void isOneLine() {
        assertThat(AsciiLine.of("a\r\nb\tc\u007fd")).isEqualTo("a  b c d");
    }

    @Test
    void endsWhereASubjectEnds() {
        assertThat(AsciiLine.of("x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(AsciiLine.of("x".repeat(101))).isEqualTo("x".repeat(97) + "...");
        assertThat(AsciiLine.of("ü".repeat(51))).isEqualTo("ue".repeat(48) + "u...");
    }
}
