package io.contactpulse.launcher.demo;

import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.standins.StandInClients;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A Flink cluster in this JVM with its web interface, on this machine's loopback address only. */
final class LocalFlink implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SLOTS = 2;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);
    private static final int RESTARTS = 3;
    private static final long SHUTDOWN_SECONDS = 15;

    private final Configuration configuration;
    private final MiniCluster cluster;

    private LocalFlink(Configuration configuration, MiniCluster cluster) {
        this.configuration = configuration;
        this.cluster = cluster;
    }

    /** Keeps its files in the folder; {@code s3:} paths lead to the given endpoint. */
    static LocalFlink start(Path folder, URI s3) throws Exception {
        Configuration configuration = configuration(folder);
        reachS3At(s3, configuration);
        FileSystem.initialize(configuration, null);
        MiniCluster cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .build());
        cluster.start();
        return new LocalFlink(configuration, cluster);
    }

    URI webInterface() throws Exception {
        return cluster.getRestAddress().get(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }

    RunningJob run(String name, Consumer<StreamExecutionEnvironment> definition) throws Exception {
        StreamExecutionEnvironment environment =
                JobEnvironment.configure(new StreamExecutionEnvironment(configuration));
        environment.setParallelism(SLOTS);
        definition.accept(environment);
        StreamGraph graph = environment.getStreamGraph();
        graph.setJobName(name);
        return RunningJob.submit(cluster, graph.getJobGraph(LocalFlink.class.getClassLoader(), null), name);
    }

    @Override
    public void close() throws Exception {
        cluster.closeAsync().get(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }

    private static Configuration configuration(Path folder) {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(WebOptions.SUBMIT_ENABLE, false);
        configuration.set(WebOptions.TMP_DIR, folder.toString());
        configuration.set(CoreOptions.TMP_DIRS, folder.toString());
        configuration.set(BlobServerOptions.STORAGE_DIRECTORY, folder.toString());
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(2));
        return configuration;
    }

    private static void reachS3At(URI endpoint, Configuration configuration) {
        configuration.setString("s3.endpoint", endpoint.toString());
        configuration.setString("s3.path.style.access", "true");
        configuration.setString("s3.access-key", StandInClients.ACCESS_KEY_ID);
        configuration.setString("s3.secret-key", StandInClients.SECRET_ACCESS_KEY);
    }
}
