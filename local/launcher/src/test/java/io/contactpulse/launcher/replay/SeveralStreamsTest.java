package io.contactpulse.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.launcher.replay.ReplayRequest.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralStreamsTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void record() throws IOException {
        Files.writeString(folder.resolve("events.jsonl"), "{}");
    }

    @Test
    void doWithoutWhatIsOptional() throws InvalidArguments {
        assertThat(streams(FakeJob.NEEDED)).containsExactly(FakeJob.NEEDED);
    }

    @Test
    void areTakenInWhenTheyAreGiven() throws InvalidArguments {
        assertThat(streams(FakeJob.WELCOME, FakeJob.NEEDED)).containsExactly(FakeJob.WELCOME, FakeJob.NEEDED);
    }

    @Test
    void needWhatIsNotOptional() {
        assertThatThrownBy(() -> streams(FakeJob.WELCOME))
                .isInstanceOf(InvalidArguments.class)
                .hasMessage("--in agent-events=PATH is missing: fake cannot do without");
    }

    @Test
    void areAllNamedToSomebodyWhoAsksForAnother() {
        assertThatThrownBy(() -> streams("ctr"))
                .isInstanceOf(InvalidArguments.class)
                .hasMessage("--in ctr=" + folder.resolve("events.jsonl")
                        + ": fake reads no stream 'ctr'; it reads agent-events, more-events");
    }

    private List<String> streams(String... names) throws InvalidArguments {
        List<String> in = new ArrayList<>();
        for (String name : names) {
            in.add(name + "=" + folder.resolve("events.jsonl"));
        }
        return new ReplayArguments(List.of(new FakeJob()))
                .check(new ReplayArguments.Typed("fake", in, folder.resolve("out"), null, List.of())).inputs().stream()
                        .map(Input::stream)
                        .toList();
    }
}
