package io.contactpulse.launcher.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.QueueStatus;
import io.contactpulse.simulator.Floor;
import io.contactpulse.simulator.Scenario;
import io.contactpulse.simulator.SimulatedEvent;
import io.contactpulse.standins.RecordedMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Kill the process that runs everything, twice, in the middle: tables, lake and messages end as if nothing had been. */
class KilledJobE2E {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 11;
    private static final List<Table<?>> AGENT_TABLES = List.of(
            Table.of(AgentRow.class),
            Table.of(AgentInterval.class),
            Table.of(AgentOccupancy.class),
            Table.of(Alert.class),
            Table.of(AlertEvent.class));
    private static final List<Table<?>> ALL_TABLES = Stream.concat(
                    AGENT_TABLES.stream(), Stream.of(Table.of(QueueStatus.class)))
            .collect(Collectors.toList());

    /** Who watches queues and agents at once hears of both in the order of arrival, which no two runs share. */
    private static final List<String> ARRIVAL_MATTERS =
            List.of("availableWhileWaitingSeconds", "oldestWaitingSeconds", "serviceLevelAnswered", "abandonRate");

    /** Often, so that a restart goes back to the middle of the work. */
    private static final Duration CHECKPOINTS = Duration.ofMillis(500);

    @TempDir
    Path folder;

    @Test
    void endsWithTheSameTablesAsAnUndisturbedJob() throws Exception {
        Outcome outcome = killAndCompare(2, rules(1_000), AGENT_TABLES);

        assertThat(outcome.tables().get("alerts")).noneMatch(row -> row.contains("S=storm"));
    }

    /** Queues and incidents are about many agents, so it takes one order of all records to compare them. */
    @Test
    void endsWithTheSameQueuesAndIncidentsAsAnUndisturbedJob() throws Exception {
        Outcome outcome = killAndCompare(1, rules(2), ALL_TABLES);

        assertThat(outcome.tables().get("alerts")).anyMatch(row -> row.contains("S=storm"));
    }

    private Outcome killAndCompare(int parallelism, Map<String, String> rules, List<Table<?>> tables) throws Exception {
        List<SimulatedEvent> shift = shift();
        Outcome undisturbed;
        try (JobOnStandIns job = new JobOnStandIns(folder.resolve("undisturbed"), rules, CHECKPOINTS, parallelism)) {
            put(shift, job);
            undisturbed = finish(job, shift, tables);
        }
        Outcome killed;
        try (JobOnStandIns job = new JobOnStandIns(folder.resolve("killed"), rules, CHECKPOINTS, parallelism)) {
            put(shift.subList(0, shift.size() / 2), job);
            awaitMessages(job, 3);
            job.killTheTaskManager();
            put(shift.subList(shift.size() / 2, shift.size()), job);
            awaitMessages(job, undisturbed.messages.size() / 2);
            job.killTheTaskManager();
            killed = finish(job, shift, tables);
        }

        System.out.printf(
                "seed %d: %d events, killed twice; rows %s, lake %s, messages %d, of them repeated %d%n",
                SEED,
                shift.size(),
                sizes(killed.tables),
                sizes(killed.lake),
                killed.messages.size(),
                killed.messages.size() - new HashSet<>(killed.messages).size());
        assertThat(undisturbed.tables.values())
                .allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(killed.tables).isEqualTo(undisturbed.tables);
        assertThat(killed.lake).isEqualTo(undisturbed.lake);
        assertThat(undisturbed.messages).doesNotHaveDuplicates();
        assertThat(killed.messages).containsOnlyOnceElementsOf(undisturbed.messages);
        assertThat(killed.messages).hasSameSizeAs(undisturbed.messages);
        return killed;
    }

    /** The shipped rules, but for those that compare what agents and queues do; nobody's message is too old or too much. */
    private Map<String, String> rules(int stormAlerts) throws IOException {
        String shipped =
                Files.readString(Path.of("../../jobs/agent-state-sla/src/main/resources/rules/default-rules.yaml"));
        String kept = Stream.of(shipped.split("\n\n"))
                .filter(rule -> ARRIVAL_MATTERS.stream().noneMatch(rule::contains))
                .collect(Collectors.joining("\n\n"));
        Path file = Files.writeString(folder.resolve("rules.yaml"), kept);
        return Map.of(
                "location", file.toString(),
                "notification-fence", "P36500D",
                "pages-per-hour", "10000",
                "storm-alerts", Integer.toString(stormAlerts),
                "storm-within", "PT30M");
    }

    /** Two hours of a floor; in the end everybody logs out, so that nothing is left to the wall clock. */
    private static List<SimulatedEvent> shift() throws IOException {
        Scenario scenario = Scenario.shift(SEED)
                .withAgents(25)
                .withWarmUp(Duration.ofMinutes(30))
                .withLength(Duration.ofMinutes(90));
        List<SimulatedEvent> events = Floor.events(scenario).collect(Collectors.toCollection(ArrayList::new));
        Map<String, SimulatedEvent> last = new TreeMap<>();
        events.forEach(event -> last.put(event.agentArn(), event));
        for (SimulatedEvent event : last.values()) {
            events.add(logout(event, scenario.start().plus(scenario.length()).plusSeconds(60)));
        }
        return events;
    }

    private static SimulatedEvent logout(SimulatedEvent last, Instant at) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(last.json());
        event.put("EventType", "LOGOUT").put("EventId", "logout").put("EventTimestamp", at.toString());
        event.putNull("CurrentAgentSnapshot");
        return new SimulatedEvent(at, last.agentArn(), event.toString());
    }

    private static void put(List<SimulatedEvent> events, JobOnStandIns job) {
        for (SimulatedEvent event : events) {
            job.kinesis()
                    .put(JobOnStandIns.STREAM, event.agentArn(), event.json().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void awaitMessages(JobOnStandIns job, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> job.topic().messages().size() >= count);
    }

    private static Outcome finish(JobOnStandIns job, List<SimulatedEvent> shift, List<Table<?>> compared)
            throws Exception {
        long agents = shift.stream().map(SimulatedEvent::agentArn).distinct().count();
        String end = shift.get(shift.size() - 1).at().toString().substring(0, 19);
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> scan(job, "agents").stream()
                                .filter(row -> row.contains("lastEventAt=AttributeValue(S=" + end))
                                .count()
                        == agents);
        awaitRest(job);
        job.awaitRunning();
        job.drain();
        Map<String, List<String>> tables = new TreeMap<>();
        Map<String, List<String>> lake = new TreeMap<>();
        for (Table<?> table : compared) {
            tables.put(table.name(), scan(job, table.name()));
            lake.put(table.name(), rows(job.lake().resolve(table.name())));
        }
        return new Outcome(
                tables,
                lake,
                job.topic().messages().stream()
                        .map(KilledJobE2E::messageId)
                        .sorted()
                        .toList());
    }

    /** Once the job believes the wall clock again, all alerts and all windows of queues come to their ends. */
    private static void awaitRest(JobOnStandIns job) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() ->
                        scan(job, "alerts").stream().noneMatch(row -> row.contains("status=AttributeValue(S=FIRING"))
                                && scan(job, "queue-status").stream()
                                        .allMatch(row -> row.contains("offered=AttributeValue(N=0)")
                                                && row.contains("staffed=AttributeValue(N=0)")));
    }

    private static String messageId(RecordedMessage message) {
        return String.valueOf(message.attributes().get("messageId"));
    }

    private static List<String> scan(JobOnStandIns job, String table) {
        return job.dynamoDb().scanPaginator(request -> request.tableName(table)).items().stream()
                .map(item -> new TreeMap<String, AttributeValue>(item).toString())
                .sorted()
                .toList();
    }

    private static List<String> rows(Path table) throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.walk(table)) {
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(".parquet"))::iterator) {
                read(file, rows);
            }
        }
        return rows.stream().sorted().toList();
    }

    private static void read(Path file, List<String> rows) throws IOException {
        var input = HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
        try (ParquetReader<GenericRecord> reader =
                AvroParquetReader.<GenericRecord>builder(input).build()) {
            for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                rows.add(row.toString());
            }
        }
    }

    private static Map<String, Integer> sizes(Map<String, List<String>> rows) {
        Map<String, Integer> sizes = new TreeMap<>();
        rows.forEach((name, values) -> sizes.put(name, values.size()));
        return sizes;
    }

    private record Outcome(Map<String, List<String>> tables, Map<String, List<String>> lake, List<String> messages) {}
}
