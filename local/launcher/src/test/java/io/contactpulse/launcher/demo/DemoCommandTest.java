package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DemoCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--agents 0 | --agents must be from 1 to 200, not 0",
                "--agents 201 | --agents must be from 1 to 200, not 201",
                "--speed 0 | --speed must be from 0.1 to 100, not 0.0",
                "--speed NaN | --speed must be from 0.1 to 100, not NaN",
                "--for 9h | --for must be at most 8h",
                "--port 70000 | --port must be from 0 to 65535, not 70000",
                "--for soon | Invalid value for option '--for': 'soon' is no duration; write a number"
                        + " greater than 0 and s, m or h, such as 90s or 5m"
            })
    void namesWhatToChangeAndStartsNothing(String arguments, String message) {
        // when
        int exit = execute(arguments.split(" "));

        // then
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith(message);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void startsNothingWhenThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // when
            int exit = execute("--port", Integer.toString(other.getLocalPort()));

            // then
            assertThat(exit).isEqualTo(2);
            assertThat(err.toString()).startsWith("port " + other.getLocalPort() + " is not free");
            assertThat(out.toString()).isEmpty();
        }
    }

    private int execute(String... arguments) {
        return new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
