package io.contactpulse.standins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.RecoverableFsDataOutputStream;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.connectors.kinesis.FlinkKinesisConsumer;
import org.apache.flink.streaming.connectors.kinesis.config.ConsumerConfigConstants;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The stand-ins under the connectors that the jobs use. */
class FlinkOnStandInsIT {

    private static final String STREAM = "agent-events";
    private static final int RECORDS = 500;
    private static final int MORE_THAN_ONE_PART = 12 * 1024 * 1024;
    private static final long SEED = 20260302;

    @Test
    void consumesEveryRecordOfTheInJvmStreamOnce() throws Exception {
        // given
        try (InJvmKinesis kinesis = InJvmKinesis.start()) {
            kinesis.createStream(STREAM, 3);
            List<String> texts = IntStream.range(0, RECORDS)
                    .mapToObj(index -> "event " + index)
                    .toList();
            texts.forEach(text -> kinesis.put(STREAM, text, text.getBytes(UTF_8)));

            // when
            List<String> consumed = consume(kinesis, RECORDS);

            // then
            assertThat(consumed).containsExactlyInAnyOrderElementsOf(texts);
        }
    }

    @Test
    void publishesAMultipartFileWhenItIsCommitted(@TempDir Path directory, @TempDir Path buffers) throws Exception {
        // given
        byte[] content = new byte[MORE_THAN_ONE_PART];
        new Random(SEED).nextBytes(content);
        try (S3StandIn standIn = S3StandIn.start(directory);
                S3Client client = StandInClients.s3(standIn.endpoint())) {
            client.createBucket(request -> request.bucket("lake"));
            useS3(standIn, buffers);

            // when
            RecoverableFsDataOutputStream.Committer committer = write("s3://lake/agents/part-0", content);
            int visibleBefore =
                    client.listObjectsV2(request -> request.bucket("lake")).keyCount();
            committer.commit();

            // then
            assertThat(visibleBefore).isZero();
            assertThat(client.getObjectAsBytes(request -> request.bucket("lake").key("agents/part-0"))
                            .asByteArray())
                    .as("content from seed %d", SEED)
                    .isEqualTo(content);
        } finally {
            FileSystem.initialize(new Configuration(), null);
        }
    }

    private static List<String> consume(InJvmKinesis kinesis, int count) throws Exception {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfigConstants.AWS_REGION, StandInClients.REGION.id());
        properties.setProperty(
                ConsumerConfigConstants.AWS_ENDPOINT, kinesis.endpoint().toString());
        properties.setProperty(ConsumerConfigConstants.AWS_ACCESS_KEY_ID, StandInClients.ACCESS_KEY_ID);
        properties.setProperty(ConsumerConfigConstants.AWS_SECRET_ACCESS_KEY, StandInClients.SECRET_ACCESS_KEY);
        properties.setProperty(ConsumerConfigConstants.STREAM_INITIAL_POSITION, "TRIM_HORIZON");
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
        try (CloseableIterator<String> results = environment
                .addSource(new FlinkKinesisConsumer<>(STREAM, new SimpleStringSchema(), properties))
                .assignTimestampsAndWatermarks(WatermarkStrategy.noWatermarks())
                .executeAndCollect()) {
            return IntStream.range(0, count).mapToObj(index -> results.next()).toList();
        }
    }

    private static void useS3(S3StandIn standIn, Path buffers) throws IOException {
        Configuration configuration = new Configuration();
        configuration.setString("s3.endpoint", standIn.endpoint().toString());
        configuration.setString("s3.path.style.access", "true");
        configuration.setString("s3.access-key", StandInClients.ACCESS_KEY_ID);
        configuration.setString("s3.secret-key", StandInClients.SECRET_ACCESS_KEY);
        configuration.setString("io.tmp.dirs", buffers.toString());
        FileSystem.initialize(
                configuration,
                new DefaultPluginManager(
                        new DirectoryBasedPluginFinder(Path.of("target", "flink-plugins")).findPlugins(),
                        CoreOptions.getPluginParentFirstLoaderPatterns(configuration)));
    }

    private static RecoverableFsDataOutputStream.Committer write(String uri, byte[] content) throws IOException {
        var path = new org.apache.flink.core.fs.Path(uri);
        RecoverableFsDataOutputStream stream =
                path.getFileSystem().createRecoverableWriter().open(path);
        stream.write(content);
        return stream.closeForCommit();
    }
}
