package io.contactpulse.launcher.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FloorSnapshotTest {
    private static final Instant NINE_OCLOCK = Instant.parse("2026-03-02T09:00:00Z");
    private static final ObjectNode NO_FIGURES = JsonNodeFactory.instance.objectNode();

    @Test
    void tellsNothingWhenNothingChanged() {
        // given
        FloorSnapshot older = agents(Map.of("anna", inState("ACW")));
        FloorSnapshot newer = agents(Map.of("anna", inState("ACW")));

        // when
        var changes = older.changesTo(newer, NINE_OCLOCK);

        // then
        assertThat(changes).isEmpty();
    }

    @Test
    void tellsWhatIsNewWhatIsDifferentAndWhatIsGone() {
        // given
        FloorSnapshot older =
                agents(Map.of("anna", inState("ACW"), "ben", inState("ERROR"), "cleo", inState("AVAILABLE")));
        FloorSnapshot newer =
                agents(Map.of("anna", inState("ACW"), "ben", inState("AVAILABLE"), "dora", inState("RINGING")));

        // when
        ObjectNode changes = older.changesTo(newer, NINE_OCLOCK).orElseThrow();

        // then
        assertThat(changes.get("now").asLong()).isEqualTo(NINE_OCLOCK.toEpochMilli());
        assertThat(changes.get("agents"))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .<ObjectNode>set("ben", inState("AVAILABLE"))
                        .<ObjectNode>set("dora", inState("RINGING"))
                        .putNull("cleo"));
        assertThat(changes.get("alerts")).isEmpty();
    }

    private static FloorSnapshot agents(Map<String, ObjectNode> agents) {
        return new FloorSnapshot(agents, Map.of(), Map.of(), NO_FIGURES);
    }

    private static ObjectNode inState(String state) {
        return JsonNodeFactory.instance.objectNode().put("state", state);
    }
}
