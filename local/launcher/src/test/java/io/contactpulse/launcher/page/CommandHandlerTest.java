package io.contactpulse.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandHandlerTest {
    private static final String ACK = "{\"alertId\": \"open\", \"type\": \"ack\", \"by\": \"Kim\", \"why\": \"seen\"}";
    private static final String MUTE = "{\"alertId\": \"open\", \"type\": \"mute\", \"minutes\": 15}";

    private final List<SupervisorCommand> sent = new ArrayList<>();
    private PageServer page;

    private record Answer(int status, JsonNode body, String head) {}

    @BeforeEach
    void start() throws PortUnavailableException {
        page = PageServer.start(0);
        page.passCommandsTo(sent::add);
        page.show(new FloorSnapshot(
                Map.of(),
                Map.of(
                        "open", alert().put("instanceId", "one"),
                        "over", alert().put("instanceId", "one").put("resolvedAt", 1),
                        "stray", alert()),
                Map.of(),
                JsonNodeFactory.instance.objectNode()));
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void putsWhatAButtonSaysOnTheStream() throws IOException {
        // when
        Answer answer = post(ACK);

        // then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(sent).hasSize(1);
        SupervisorCommand command = sent.get(0);
        assertThat(command.commandId())
                .hasSize(36)
                .isEqualTo(answer.body().get("commandId").textValue());
        assertThat(new ObjectMapper().readTree(command.json()))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("commandId", command.commandId())
                        .put("instanceId", "one")
                        .put("alertId", "open")
                        .put("type", "ack")
                        .put("by", "Kim")
                        .put("why", "seen")
                        .put("at", command.at().toString())
                        .putNull("until"));
    }

    @Test
    void tellsUntilWhenToMute() throws IOException {
        post(MUTE);

        Instant at = sent.get(0).at();
        assertThat(sent.get(0).until()).contains(at.plus(Duration.ofMinutes(15)));
        assertThat(new ObjectMapper().readTree(sent.get(0).json()).get("until").textValue())
                .isEqualTo(at.plus(Duration.ofMinutes(15)).toString());
    }

    @Test
    void givesEachCommandAnIdOfItsOwn() throws IOException {
        post(ACK);
        post(ACK);

        assertThat(sent.stream().map(SupervisorCommand::commandId).distinct()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown | 404 | there is no alert 'unknown'",
                "over    | 409 | this alert is over",
                "stray   | 409 | this alert does not tell its instance, so no command can reach it"
            })
    void refusesCommandsThatCanHaveNoEffect(String alertId, int status, String message) throws IOException {
        Answer answer = post(ACK.replace("open", alertId));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().get("error").textValue()).isEqualTo(message);
        assertThat(sent).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithARequest() throws IOException {
        Answer answer = post("{\"alertId\": \"open\", \"type\": \"shout\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("error").textValue()).isEqualTo("type must be ack, unack or mute, not 'shout'");
        assertThat(sent).isEmpty();
    }

    @Test
    void refusesMoreThanACommandCanBe() throws IOException {
        Answer answer = post(ACK + " ".repeat(4096));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(sent).isEmpty();
    }

    /** What a browser sends when a page of another origin presses the button. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "http://evil.example",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:1",
                "http://127.0.0.1",
                "http://localhost:PORT",
                "null",
                "none"
            })
    void takesCommandsFromNoOtherPage(String origin) throws IOException {
        String header = origin == null ? "" : "Origin: " + origin.replace("PORT", port()) + "\r\n";

        Answer answer = send("POST", "127.0.0.1:" + port(), header + "Content-Type: application/json\r\n", ACK);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.head()).doesNotContainIgnoringCase("access-control");
        assertThat(sent).isEmpty();
    }

    @Test
    void takesNoCommandThroughANameThatOnlyPointsHere() throws IOException {
        String host = "rebound.example:" + port();

        Answer answer = send("POST", host, "Origin: http://" + host + "\r\nContent-Type: application/json\r\n", ACK);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(sent).isEmpty();
    }

    /** A form of another page cannot send this type without being asked for permission first. */
    @Test
    void takesNothingButJson() throws IOException {
        Answer answer = send("POST", "127.0.0.1:" + port(), ownOrigin() + "Content-Type: text/plain\r\n", ACK);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "OPTIONS"})
    void takesCommandsWithPostOnly(String method) throws IOException {
        Answer answer = send(method, "127.0.0.1:" + port(), ownOrigin(), "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.head()).doesNotContainIgnoringCase("access-control");
    }

    @Test
    void saysThatItIsNotReady() throws Exception {
        try (PageServer starting = PageServer.start(0)) {
            page.close();
            page = starting;

            Answer answer = post(ACK);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body().get("error").textValue())
                    .isEqualTo("the demo is still starting; try again in a moment");
        }
    }

    @Test
    void saysThatACommandWasLost() throws IOException {
        page.passCommandsTo(command -> {
            throw new IOException("no stream");
        });

        Answer answer = post(ACK);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().get("error").textValue()).isEqualTo("the command could not be sent; try again");
    }

    private static ObjectNode alert() {
        return JsonNodeFactory.instance.objectNode().put("status", "FIRING");
    }

    private Answer post(String body) throws IOException {
        return send("POST", "127.0.0.1:" + port(), ownOrigin() + "Content-Type: application/json\r\n", body);
    }

    private String ownOrigin() {
        return "Origin: http://127.0.0.1:" + port() + "\r\n";
    }

    private String port() {
        return Integer.toString(page.address().getPort());
    }

    /** By hand, because HTTP clients do not let everything be said. */
    private Answer send(String method, String host, String headers, String body) throws IOException {
        try (Socket socket = new Socket(page.address().getHost(), page.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " /commands HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n" + headers
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            String[] answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            return new Answer(
                    Integer.parseInt(answer[0].split(" ")[1]), new ObjectMapper().readTree(answer[1]), answer[0]);
        }
    }
}
