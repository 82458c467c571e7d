package io.contactpulse.agentstatesla.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.JobEnvironment;
import io.contactpulse.schema.AlertSignal;
import io.contactpulse.schema.DeskEntry;
import io.contactpulse.schema.RuleSet;
import io.contactpulse.schema.RuleText;
import io.contactpulse.schema.SignalType;
import io.contactpulse.standins.S3StandIn;
import io.contactpulse.standins.StandInClients;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.plugin.DefaultPluginManager;
import org.apache.flink.core.plugin.DirectoryBasedPluginFinder;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Rules below a prefix of a bucket, read by a running job through Flink's S3 plugin. */
@Timeout(120)
@ExtendWith(MiniClusterExtension.class)
class RulesFromS3IT {
    private static final String LOCATION = "s3://rules-bucket/rules/";

    @TempDir
    private static Path directory;

    private static S3StandIn s3;
    private static S3Client client;

    @BeforeAll
    static void startS3() throws Exception {
        s3 = S3StandIn.start(directory);
        client = StandInClients.s3(s3.endpoint());
        // The build puts Flink's S3 plugin there.
        Path plugins = Path.of("target", "flink-plugins");
        FileSystem.initialize(
                s3Configuration(),
                new DefaultPluginManager(
                        new DirectoryBasedPluginFinder(plugins).findPlugins(),
                        CoreOptions.getPluginParentFirstLoaderPatterns(new Configuration())));
    }

    @AfterAll
    static void stopS3() {
        FileSystem.initialize(new Configuration(), null);
        client.close();
        s3.close();
    }

    @Test
    void followsTheObjectsBelowAPrefixFromBeforeThereIsABucket() throws Exception {
        StreamExecutionEnvironment environment =
                JobEnvironment.configure(StreamExecutionEnvironment.getExecutionEnvironment());
        RuleFeed feed = RuleFeed.attach(environment, LOCATION, Duration.ofMillis(200));
        CloseableIterator<RuleSet> sets = feed.ruleSets().collectAsync();
        CloseableIterator<DeskEntry> refusals = feed.refusals().collectAsync();
        JobClient job = environment.executeAsync();

        assertThat(refusals.next().getSignal().getEvidence().get(0))
                .startsWith("cannot read the rules at " + LOCATION
                        + " (org.apache.hadoop.fs.s3a.UnknownStoreException: `s3://rules-bucket/rules': ");
        client.createBucket(request -> request.bucket("rules-bucket"));
        assertThat(refusals.next().getSignal().getReason()).isEqualTo("OTHER_RULES_REFUSED");
        assertThat(refusals.next().getSignal().getEvidence()).containsExactly("no rule file (*.yaml) at " + LOCATION);
        put("notes.txt", "no rule file");
        put("more/rules.yaml", "no rule file either: it is not in this folder");
        put("two.yaml", rule("b", "3s"));
        assertThat(refusals.next().getSignal().getReason()).isEqualTo("RULES_ACCEPTED");
        assertThat(sets.next().getFiles()).containsExactly(file("two.yaml", rule("b", "3s")));
        put("one.yaml", rule("a", "3s"));
        assertThat(sets.next().getFiles())
                .containsExactly(file("one.yaml", rule("a", "3s")), file("two.yaml", rule("b", "3s")));
        put("two.yaml", rule("b", "4s"));
        assertThat(sets.next().getFiles())
                .containsExactly(file("one.yaml", rule("a", "3s")), file("two.yaml", rule("b", "4s")));
        put("two.yaml", "\n\n" + rule("b", "soon"));
        AlertSignal refused = refusals.next().getSignal();
        assertThat(refused.getType()).isEqualTo(SignalType.RAISED);
        assertThat(refused.getEvidence())
                .containsExactly(LOCATION + "two.yaml:3: 'warn' must be a duration such as 90s, 5m or 2h, not 'soon'");
        put("two.yaml", rule("b", "5s"));
        assertThat(refusals.next().getSignal().getReason()).isEqualTo("RULES_ACCEPTED");
        assertThat(sets.next().getFiles())
                .containsExactly(file("one.yaml", rule("a", "3s")), file("two.yaml", rule("b", "5s")));

        job.cancel().get();
    }

    private static String rule(String id, String warn) {
        return "rules: [{id: " + id + ", when: {state: ACW}, warn: " + warn + "}]";
    }

    private static RuleText file(String name, String text) {
        return RuleText.newBuilder().setName(LOCATION + name).setText(text).build();
    }

    private static void put(String name, String text) {
        client.putObject(request -> request.bucket("rules-bucket").key("rules/" + name), RequestBody.fromString(text));
    }

    private static Configuration s3Configuration() {
        Configuration configuration = new Configuration();
        configuration.setString("s3.endpoint", s3.endpoint().toString());
        configuration.setString("s3.path.style.access", "true");
        configuration.setString("s3.access-key", StandInClients.ACCESS_KEY_ID);
        configuration.setString("s3.secret-key", StandInClients.SECRET_ACCESS_KEY);
        return configuration;
    }
}
