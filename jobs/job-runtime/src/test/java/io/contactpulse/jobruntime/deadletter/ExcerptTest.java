package io.contactpulse.jobruntime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    private static final long SEED = 20260302;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Name":"Änne Müller","Phone":"+49 151 2345"} | {"Name":"xxxx xxxxxx","Phone":"+99 999 9999"}
            {"Mail":"anne@example.com","Age":42}          | {"Mail":"xxxx@xxxxxxx.xxx","Age":99}
            {"Done":true,"Next":null,"List":["Anne",7]}   | {"Done":xxxx,"Next":xxxx,"List":["xxxx",9]}
            {"Text":"she said \\"Name\\": Anne"}          | {"Text":"xxx xxxx \\"xxxx\\": xxxx"}
            {"connect:Subtype":{"ValueString":"x"}}       | {"connect:Subtype":{"ValueString":"x"}}
            {"Level1":{"InputS3Uri":"s3"}}                | {"Level1":{"InputS3Uri":"x9"}}
            {"Name":"Anne":"b","Next":["Anne":1]}         | {"Name":"xxxx":"x","Next":["xxxx":9]}
            {"Name":"Anne                                 | {"Name":"xxxx
            {Name: 'Anne', "Age" : 42                     | {xxxx: 'xxxx', "xxx" : 99
            Anne called 0151                              | xxxx xxxxxx 9999
            {"a":"b"c","name":"Anne","k":1}               | {"a":"x"x","xxxx":"xxxx","x":9}
            """)
    void masksEveryValueAndKeepsKeysAndStructure(String payload, String expected) {
        assertThat(excerpt(payload)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Anne Müller":1}       | {"xxxx xxxxxx":9}
            {"anne@example.com":1}  | {"xxxx@xxxxxxx.xxx":9}
            {"+491512345678":1}     | {"+999999999999":9}
            {"WVWZZZ1JZXW00001":1}  | {"xxxxxx9xxxx99999":9}
            {"Änne":1}              | {"xxxx":9}
            """)
    void masksKeysThatDoNotLookLikeTheNameOfAField(String payload, String expected) {
        assertThat(excerpt(payload)).isEqualTo(expected);
    }

    @Test
    void isAtMostTwoHundredCharacters() {
        assertThat(excerpt("{\"Text\":\"" + "Anne ".repeat(100) + "\"}"))
                .hasSize(200)
                .doesNotContain("Anne");
        assertThat(excerpt("{" + "\"SomeFieldName\":1,".repeat(50))).hasSize(200);
    }

    @Test
    void showsWhatCannotBePrintedAsDots() {
        assertThat(excerpt("{\"a\":\"\u0000\n\u20ac\ud83d\ude00\u0301\"}")).isEqualTo("{\"a\":\"......\"}");
    }

    @Test
    void masksUtf16() {
        assertThat(Excerpt.of("{\"Name\":\"Anne\"}".getBytes(UTF_16LE)))
                .isEqualTo("{.\".x.x.x.x.\".:.\".x.x.x.x.\".}.");
    }

    @Test
    void masksBinary() {
        assertThat(Excerpt.of(new byte[] {3, 0, 'A', 'n', 'n', 'e', (byte) 0xff, 7}))
                .isEqualTo("..xxxx..");
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(excerpt("")).isEmpty();
        assertThat(excerpt("\"")).isEqualTo("\"");
        assertThat(excerpt("\"\\")).isEqualTo("\"\\");
    }

    @Test
    void neverShowsAPlantedValueHoweverTheJsonIsBroken() {
        Random random = new Random(SEED);
        Pattern planted = Pattern.compile("Wilhelmine|Obermayer|0151234|wil@post");
        String json = "{\"CustomerName\":\"Wilhelmine Obermayer\",\"Endpoint\":{\"Address\":\"+490151234567\"},"
                + "\"List\":[\"wil@post.example\",\"Wilhelmine Obermayer\"],\"Note\":\"a \\\"Obermayer\\\" b\"}";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder broken = new StringBuilder(json);
            for (int damage = 0; damage < 3; damage++) {
                int at = random.nextInt(broken.length());
                if (random.nextBoolean()) {
                    broken.deleteCharAt(at);
                } else {
                    broken.insert(at, "\"\\{}[],:\n".charAt(random.nextInt(9)));
                }
            }
            assertThat(excerpt(broken.toString()))
                    .as("seed %d, round %d, %s", SEED, round, broken)
                    .doesNotContainPattern(planted);
        }
    }

    private static String excerpt(String payload) {
        return Excerpt.of(payload.getBytes(UTF_8));
    }
}
