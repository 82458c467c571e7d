package io.contactpulse.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.launcher.page.SupervisorCommand;
import io.contactpulse.standins.InJvmKinesis;
import io.contactpulse.standins.StandInClients;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;

class CommandStreamTest {
    private static final SupervisorCommand ACK = new SupervisorCommand(
            "c1",
            "instance",
            "a1",
            SupervisorCommand.Type.ACK,
            "Kim",
            Optional.empty(),
            Instant.parse("2026-03-02T09:00:00Z"),
            Optional.empty());

    private InJvmKinesis kinesis;
    private KinesisClient client;

    @BeforeEach
    void start() {
        kinesis = InJvmKinesis.start();
        client = StandInClients.kinesis(kinesis.endpoint());
    }

    @AfterEach
    void stop() {
        client.close();
        kinesis.close();
    }

    @Test
    void putsTheCommandOnTheStream() throws IOException {
        // given
        kinesis.createStream("alert-commands", 1);

        // when
        new CommandStream(client, "alert-commands").send(ACK);

        // then
        assertThat(kinesis.payloads("alert-commands")).containsExactly(ACK.json());
    }

    @Test
    void saysThatTheStreamDidNotTakeIt() {
        assertThatThrownBy(() -> new CommandStream(client, "alert-commands").send(ACK))
                .isInstanceOf(IOException.class)
                .hasMessage("the stream alert-commands did not take the command");
    }

    @Test
    void saysSoTooWhenTheDemoIsOver() {
        client.close();

        assertThatThrownBy(() -> new CommandStream(client, "alert-commands").send(ACK))
                .isInstanceOf(IOException.class)
                .hasMessage("the stream alert-commands did not take the command");
    }
}
