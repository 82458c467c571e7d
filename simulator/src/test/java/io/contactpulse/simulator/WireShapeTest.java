package io.contactpulse.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every event of a shift has the keys Connect writes, in its order, for its schema version. */
final class WireShapeTest {
    private static final Recorded SHIFT =
            Recorded.of(Scenario.shift(3).withAgents(14).withLength(Duration.ofHours(3)));
    private static final String STAMP = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @Test
    void writesTheEnvelope() {
        assertThat(SHIFT.events()).allSatisfy(event -> {
            assertThat(Recorded.keys(event))
                    .containsExactly(
                            "AWSAccountId",
                            "AgentARN",
                            "CurrentAgentSnapshot",
                            "EventId",
                            "EventTimestamp",
                            "EventType",
                            "InstanceARN",
                            "PreviousAgentSnapshot",
                            "Version");
            assertThat(event.get("EventTimestamp").textValue()).matches(STAMP);
        });
    }

    @Test
    void writesSnapshotsOfBothVersions() {
        assertKeys("2017-10-01", snapshot -> Stream.of(snapshot), "AgentStatus", "Configuration", "Contacts");
        assertKeys(
                "2019-05-25",
                snapshot -> Stream.of(snapshot),
                "AgentStatus",
                "Configuration",
                "Contacts",
                "NextAgentStatus");
    }

    @Test
    void writesStatusesOfBothVersions() {
        assertKeys("2017-10-01", part("AgentStatus"), "ARN", "Name", "StartTimestamp");
        assertKeys("2019-05-25", part("AgentStatus"), "ARN", "Name", "StartTimestamp", "Type");
        assertKeys("2019-05-25", part("NextAgentStatus"), "ARN", "EnqueuedTimestamp", "Name");
    }

    @Test
    void writesConfigurationsOfBothVersions() {
        for (String version : List.of("2017-10-01", "2019-05-25")) {
            assertKeys(
                    version,
                    part("Configuration"),
                    "AgentHierarchyGroups",
                    "FirstName",
                    "LastName",
                    "RoutingProfile",
                    "Username");
        }
        assertKeys("2017-10-01", profile(), "ARN", "DefaultOutboundQueue", "InboundQueues", "Name");
        assertKeys("2019-05-25", profile(), "ARN", "Concurrency", "DefaultOutboundQueue", "InboundQueues", "Name");
        assertKeys(
                "2019-05-25",
                profile().andThen(each -> each.flatMap(found -> elements(found.get("Concurrency")))),
                "AvailableSlots",
                "Channel",
                "MaximumSlots");
    }

    @Test
    void writesQueuesOfBothVersions() {
        assertKeys("2017-10-01", queues(), "ARN", "Name");
        assertKeys("2019-05-25", queues(), "ARN", "Channels", "Name");
    }

    @Test
    void writesContacts() {
        for (String version : List.of("2017-10-01", "2019-05-25")) {
            assertKeys(
                    version,
                    snapshot -> elements(snapshot.get("Contacts")),
                    "Channel",
                    "ConnectedToAgentTimestamp",
                    "ContactId",
                    "InitialContactId",
                    "InitiationMethod",
                    "Queue",
                    "QueueTimestamp",
                    "State",
                    "StateStartTimestamp");
        }
    }

    @Test
    void writesHierarchyLevelsOrNull() {
        assertThat(snapshots("2019-05-25").map(snapshot -> snapshot.at("/Configuration/AgentHierarchyGroups")))
                .allSatisfy(groups -> {
                    if (!groups.isNull()) {
                        assertThat(Recorded.keys(groups)).containsExactly("Level1", "Level2", "Level3");
                        assertThat(Recorded.keys(groups.get("Level3"))).containsExactly("ARN", "Name");
                    }
                });
    }

    /** The highest group is the site and the deepest the team, which is how a reader groups agents. */
    @Test
    void namesTheSiteHighestAndTheTeamDeepest() {
        assertThat(snapshots("2019-05-25")
                        .map(snapshot -> snapshot.at("/Configuration/AgentHierarchyGroups"))
                        .filter(groups -> !groups.isNull()))
                .isNotEmpty()
                .allSatisfy(groups -> {
                    String site = groups.at("/Level1/Name").textValue();
                    assertThat(site).matches("site-(north|south|coast)");
                    assertThat(groups.at("/Level2/Name").textValue()).isEqualTo(site + "-customer-care");
                    assertThat(groups.at("/Level3/Name").textValue()).startsWith(site + "-dealers-");
                });
    }

    @Test
    void writesConnectionAndQueueTimesOnlyWhereTheyAreKnown() {
        assertThat(snapshots("2019-05-25").flatMap(snapshot -> elements(snapshot.get("Contacts"))))
                .allSatisfy(contact -> {
                    boolean reached = List.of("CONNECTED", "CONNECTED_ONHOLD", "PAUSED", "ENDED")
                            .contains(contact.get("State").textValue());
                    assertThat(contact.get("ConnectedToAgentTimestamp").isNull())
                            .isEqualTo(!reached);
                    assertThat(contact.get("QueueTimestamp").isNull())
                            .isEqualTo("OUTBOUND"
                                    .equals(contact.get("InitiationMethod").textValue()));
                });
    }

    private static void assertKeys(String version, Function<JsonNode, Stream<JsonNode>> parts, String... keys) {
        assertThat(snapshots(version).flatMap(parts))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(Recorded.keys(found)).containsExactly(keys));
    }

    private static Stream<JsonNode> snapshots(String version) {
        return SHIFT.events().stream()
                .filter(event -> version.equals(event.get("Version").textValue()))
                .flatMap(event -> Stream.of(event.get("CurrentAgentSnapshot"), event.get("PreviousAgentSnapshot")))
                .filter(snapshot -> !snapshot.isNull());
    }

    private static Function<JsonNode, Stream<JsonNode>> part(String name) {
        return snapshot -> Stream.of(snapshot.get(name)).filter(found -> !found.isNull());
    }

    private static Function<JsonNode, Stream<JsonNode>> profile() {
        return snapshot -> Stream.of(snapshot.at("/Configuration/RoutingProfile"));
    }

    private static Function<JsonNode, Stream<JsonNode>> queues() {
        return snapshot -> Stream.of(
                        elements(snapshot.at("/Configuration/RoutingProfile/InboundQueues")),
                        Stream.of(snapshot.at("/Configuration/RoutingProfile/DefaultOutboundQueue")),
                        elements(snapshot.get("Contacts")).map(contact -> contact.get("Queue")))
                .flatMap(Function.identity());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
