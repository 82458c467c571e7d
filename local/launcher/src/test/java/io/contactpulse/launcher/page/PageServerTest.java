package io.contactpulse.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\n\nevent: end\n\u2028";

    private PageServer page;

    @BeforeEach
    void start() throws PortUnavailableException {
        page = PageServer.start(0);
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/floor.js, text/javascript; charset=utf-8",
        "/floor.css, text/css; charset=utf-8",
        "/icon.svg, image/svg+xml"
    })
    void servesItsFilesUnderAPolicyThatAllowsNoOtherHost(String path, String type) throws IOException {
        // when
        HttpURLConnection answer = open(path);

        // then
        assertThat(answer.getResponseCode()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo(type);
        assertThat(answer.getHeaderField("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                        + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing.html", "/../log4j2.xml", "/page/index.html", "/events/more"})
    void hasNothingElse(String path) throws IOException {
        assertThat(status("GET " + path, "127.0.0.1")).isEqualTo(404);
    }

    @Test
    void refusesOtherMethods() throws IOException {
        assertThat(status("POST /", "127.0.0.1")).isEqualTo(405);
    }

    @Test
    void refusesNamesThatOnlyPointHere() throws IOException {
        assertThat(status("GET /", "rebound.example:8080")).isEqualTo(421);
    }

    @Test
    void sendsAllAtFirstAndThenOnlyWhatChanged() throws IOException {
        // given
        page.show(floor(Map.of("anna", named("anna"), "ben", named("ben"))));
        Events events = new Events(open("/events"));

        // when
        Event first = events.next();
        page.show(floor(Map.of("anna", named("anna"), "ben", named("benjamin"))));
        Event second = events.next();

        // then
        assertThat(first.name()).isEqualTo("snapshot");
        assertThat(first.data().get("agents").size()).isEqualTo(2);
        assertThat(second.name()).isEqualTo("change");
        assertThat(second.data().get("agents").toString()).isEqualTo("{\"ben\":{\"username\":\"benjamin\"}}");
    }

    @Test
    void sendsAllAgainToABrowserThatReconnects() throws IOException {
        // given
        page.show(floor(Map.of("anna", named("anna"))));
        HttpURLConnection lost = open("/events");
        new Events(lost).next();
        lost.disconnect();
        page.show(floor(Map.of("ben", named("ben"))));

        // when
        Event first = new Events(open("/events")).next();

        // then
        assertThat(first.name()).isEqualTo("snapshot");
        assertThat(first.data().get("agents").toString()).isEqualTo("{\"ben\":{\"username\":\"ben\"}}");
    }

    @Test
    void keepsHostileTextInsideOneMessage() throws IOException {
        // given
        page.show(floor(Map.of("mallory", named(HOSTILE))));

        // when
        Event first = new Events(open("/events")).next();

        // then
        assertThat(first.data().get("agents").get("mallory").get("username").asText())
                .isEqualTo(HOSTILE);
    }

    @Test
    void saysThatItEnds() throws IOException {
        // given
        Events events = new Events(open("/events"));
        events.next();

        // when
        page.close();

        // then
        assertThat(events.next().name()).isEqualTo("end");
    }

    @Test
    void namesTheOptionWhenThePortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PageServer.start(other.getLocalPort()))
                    .isInstanceOf(PortUnavailableException.class)
                    .hasMessage("port %d is not free: end the program that listens there or choose another with --port"
                            .formatted(other.getLocalPort()));
        }
    }

    /** Data becomes text nodes only; markup made of it would run what a user name says. */
    @ParameterizedTest
    @ValueSource(strings = {"floor.js", "agents.js", "alerts.js", "commands.js", "queues.js", "figures.js", "dom.js"})
    void neverMakesMarkupOfData(String script) throws IOException {
        try (InputStream stream = PageServer.class.getResourceAsStream("/page/" + script)) {
            assertThat(stream).isNotNull();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                    .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
        }
    }

    private static FloorSnapshot floor(Map<String, ObjectNode> agents) {
        return new FloorSnapshot(agents, Map.of(), Map.of(), JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode named(String name) {
        return JsonNodeFactory.instance.objectNode().put("username", name);
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(page.address() + path).toURL().openConnection();
        connection.setReadTimeout(10_000);
        return connection;
    }

    /** By hand, because HTTP clients tidy up paths and host names. */
    private int status(String request, String host) throws IOException {
        try (Socket socket = new Socket(page.address().getHost(), page.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }

    private record Event(String name, JsonNode data) {}

    /** Reads the stream as a browser does. */
    private static final class Events {
        private final BufferedReader lines;

        private Events(HttpURLConnection connection) throws IOException {
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        }

        private Event next() throws IOException {
            while (true) {
                Event event = new Event(
                        lines.readLine().substring("event: ".length()),
                        new ObjectMapper().readTree(lines.readLine().substring("data: ".length())));
                assertThat(lines.readLine()).isEmpty();
                if (!event.name().equals("alive")) {
                    return event;
                }
            }
        }
    }
}
