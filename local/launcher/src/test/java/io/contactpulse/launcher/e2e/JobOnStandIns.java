package io.contactpulse.launcher.e2e;

import io.contactpulse.agentstatesla.AgentStateSlaConfig;
import io.contactpulse.agentstatesla.AgentStateSlaJob;
import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.launcher.demo.TableSetUp;
import io.contactpulse.standins.DynamoDbStandIn;
import io.contactpulse.standins.GlueRegistryStandIn;
import io.contactpulse.standins.InJvmKinesis;
import io.contactpulse.standins.RecordingTopic;
import io.contactpulse.standins.StandInClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.awaitility.Awaitility;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** agent-state-sla in a cluster of its own, between stand-ins that allow faults; the lake is a folder. */
final class JobOnStandIns implements AutoCloseable {
    static final String STREAM = "agent-events";
    static final String COMMANDS = "alert-commands";

    private static final String REGION = StandInClients.REGION.id();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Path folder;
    private final InJvmKinesis kinesis;
    private final DynamoDbStandIn dynamoDb;
    private final DynamoDbClient dynamoDbClient;
    private final RecordingTopic topic;
    private final GlueRegistryStandIn registry;
    private final MiniCluster cluster;
    private final JobID job;

    /** {@code rules} is what the property group of the rules says. */
    JobOnStandIns(Path folder, Map<String, String> rules, Duration checkpoints) throws Exception {
        this(folder, rules, checkpoints, 2);
    }

    /** With a parallelism, which is also the number of shards. With one, records are worked on in one order. */
    JobOnStandIns(Path folder, Map<String, String> rules, Duration checkpoints, int parallelism) throws Exception {
        System.setProperty("aws.accessKeyId", StandInClients.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", StandInClients.SECRET_ACCESS_KEY);
        System.setProperty("aws.secretKey", StandInClients.SECRET_ACCESS_KEY);
        this.folder = folder;
        kinesis = open(InJvmKinesis.start());
        kinesis.createStream(STREAM, parallelism);
        kinesis.createStream(COMMANDS, 1);
        dynamoDb = open(DynamoDbStandIn.start());
        dynamoDbClient = open(StandInClients.dynamoDb(dynamoDb.endpoint()));
        new TableSetUp(dynamoDbClient).createAll();
        topic = open(RecordingTopic.start());
        registry = open(GlueRegistryStandIn.start());
        cluster = open(new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(checkpoints))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(2)
                .build()));
        cluster.start();
        job = submit(rules, checkpoints, parallelism);
    }

    InJvmKinesis kinesis() {
        return kinesis;
    }

    DynamoDbClient dynamoDb() {
        return dynamoDbClient;
    }

    RecordingTopic topic() {
        return topic;
    }

    Path lake() {
        return folder.resolve("lake");
    }

    /** Takes away the process that runs every task, and puts another in its place. */
    void killTheTaskManager() throws Exception {
        cluster.terminateTaskManager(0).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        cluster.startTaskManager();
    }

    void awaitRunning() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> cluster.getJobStatus(job).get() == JobStatus.RUNNING);
    }

    /**
     * Lets the job finish its work and commit the lake. The Kinesis consumer interrupts its own thread to stop it; when that
     * thread has stopped already, the savepoint fails, Flink restores the job, and it takes another try.
     */
    void drain() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(ExecutionException.class)
                .until(() -> cluster.stopWithSavepoint(
                                        job,
                                        folder.resolve("savepoints").toUri().toString(),
                                        true,
                                        SavepointFormatType.CANONICAL)
                                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        != null);
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.push(resource);
        return resource;
    }

    private JobID submit(Map<String, String> rules, Duration checkpoints, int parallelism) throws Exception {
        StreamExecutionEnvironment environment =
                JobEnvironment.configure(new StreamExecutionEnvironment(configuration(checkpoints)));
        environment.setParallelism(parallelism);
        AgentStateSlaJob.define(environment, AgentStateSlaConfig.from(settings(rules)));
        return cluster.submitJob(environment.getStreamGraph().getJobGraph())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .getJobID();
    }

    private Configuration configuration(Duration checkpoints) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpoints);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        return configuration;
    }

    private Map<String, Properties> settings(Map<String, String> rules) {
        Map<String, Properties> groups = new TreeMap<>();
        String tables = dynamoDb.endpoint().toString();
        for (String stream : List.of(STREAM, COMMANDS)) {
            groups.put(
                    "source." + stream,
                    group(Map.of(
                            "stream", stream, "endpoint", kinesis.endpoint().toString())));
        }
        groups.put(
                "schema-registry",
                group(Map.of(
                        "registry",
                        "contact-pulse",
                        "endpoint",
                        registry.endpoint().toString())));
        groups.put("sink.tables", group(Map.of("endpoint", tables, "max-in-flight", "40", "attempt-timeout", "PT10S")));
        groups.put(
                "sink.alerts",
                group(Map.of(
                        "topic-arn",
                        topic.arn(),
                        "endpoint",
                        topic.endpoint().toString(),
                        "ledger-table",
                        "published-messages",
                        "ledger-endpoint",
                        tables)));
        groups.put(
                "sink.lake",
                properties(Map.of(
                        "path", lake().toUri().toString(),
                        "dead-letters-raw-path", folder.resolve("raw").toUri().toString(),
                        "file-interval", "PT2S")));
        groups.put("rules.sla", properties(rules));
        return groups;
    }

    private static Properties group(Map<String, String> values) {
        Properties properties = properties(values);
        properties.setProperty("region", REGION);
        return properties;
    }

    private static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
