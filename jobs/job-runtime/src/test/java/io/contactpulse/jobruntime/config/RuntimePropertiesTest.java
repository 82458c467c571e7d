package io.contactpulse.jobruntime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimePropertiesTest {
    private static final String TWO_GROUPS = """
            [
              {"PropertyGroupId": "source.input", "PropertyMap": {"stream": "input", "region": "eu-central-1"}},
              {"PropertyMap": {}, "PropertyGroupId": "sink.rows"}
            ]
            """;

    @TempDir
    private Path folder;

    @Test
    void readsTheGroupsOfAFile() throws IOException {
        Map<String, Properties> groups = load(TWO_GROUPS);

        assertThat(groups).containsOnlyKeys("source.input", "sink.rows");
        assertThat(groups.get("source.input")).isEqualTo(Map.of("stream", "input", "region", "eu-central-1"));
        assertThat(groups.get("sink.rows")).isEmpty();
    }

    @Test
    void readsAFileAsTheServiceReadsItsOwn() throws IOException {
        Path file = write(TWO_GROUPS);

        assertThat(RuntimeProperties.load(new String[] {"--properties", file.toString()}))
                .isEqualTo(KinesisAnalyticsRuntime.getApplicationProperties(file.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"PropertyGroupId":"a"                                              | is not valid JSON
            hello                                                                | is not valid JSON
            {"PropertyGroupId":"a","PropertyMap":{}}                             | does not have the shape of runtime properties; expected an array of
            [["a"]]                                                              | does not have the shape of runtime properties; expected an array of
            [{"PropertyGroupId":7,"PropertyMap":{}}]                             | does not have the shape of runtime properties; expected an array of
            [{"PropertyGroupId":"a","PropertyMap":"b"}]                          | does not have the shape of runtime properties; expected an array of
            [{"PropertyGroupId":"a","Properties":{}}]                            | has an unknown field 'Properties'
            [{"PropertyMap":{}}]                                                 | has a group without PropertyGroupId
            [{"PropertyGroupId":"a","PropertyMap":{"count":7}}]                  | has a value for 'count' that is no string; put it in quotes
            [{"PropertyGroupId":"a","PropertyMap":{"k":"1","k":"2"}}]            | is not valid JSON: Duplicate field 'k'
            [{"PropertyGroupId":"a","PropertyMap":{}},{"PropertyGroupId":"a","PropertyMap":{}}] | has the property group 'a' twice; merge the two
            []                                                                   | has no property group
            [{"PropertyGroupId":"a","PropertyMap":{}}] []                        | goes on after its array
            """)
    void saysWhatIsWrongWithAFile(String content, String message) {
        assertThatThrownBy(() -> load(content))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageStartingWith("the properties file " + folder.resolve("properties.json") + " " + message);
    }

    @Test
    void saysThatTheFileIsMissing() {
        Path missing = folder.resolve("absent.json");

        assertThatThrownBy(() -> RuntimeProperties.load(new String[] {"--properties", missing.toString()}))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("the properties file " + missing + " does not exist");
    }

    @Test
    void saysThatNothingWasConfiguredAtAll() {
        assertThatThrownBy(() -> RuntimeProperties.load(new String[0]))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(
                        "there are no runtime properties: give the application its property groups in Managed Flink,"
                                + " or pass --properties FILE");
    }

    @Test
    void refusesUnknownArguments() {
        assertThatThrownBy(() -> RuntimeProperties.load(new String[] {"--props", "file"}))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("unknown argument '--props'; the only one is --properties FILE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --properties     | --properties takes exactly one file, not []
            --properties a b | --properties takes exactly one file, not [a, b]
            """)
    void refusesAnyOtherNumberOfFiles(String arguments, String message) {
        assertThatThrownBy(() -> RuntimeProperties.load(arguments.split(" ")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(message);
    }

    private Map<String, Properties> load(String content) throws IOException {
        return RuntimeProperties.load(
                new String[] {"--properties", write(content).toString()});
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("properties.json"), content);
    }
}
