package io.contactpulse.launcher.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.agentstatesla.AgentStateSlaConfig;
import io.contactpulse.agentstatesla.AgentStateSlaJob;
import io.contactpulse.agentstatesla.domain.BacklogGuard;
import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.jobruntime.decode.GlueAvroEncoder;
import io.contactpulse.jobruntime.decode.SchemaRegistrySettings;
import io.contactpulse.launcher.page.FloorFeed;
import io.contactpulse.launcher.page.FloorTables;
import io.contactpulse.launcher.page.PageServer;
import io.contactpulse.standins.StandInClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** stand-ins ─▶ resources ─▶ job ─▶ traffic and page, until stopped ─▶ drained job ─▶ summary. */
final class Demo {
    private static final String JOB = "agent-state-sla";
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(30);

    private final DemoSettings settings;
    private final PageServer page;
    private final Report report;
    private final StopRequest stop;
    private final Clock clock = Clock.systemUTC();
    private final Deliveries deliveries = new Deliveries();
    private volatile @Nullable Instant atTipSince;

    Demo(DemoSettings settings, PageServer page, Report report, StopRequest stop) {
        this.settings = settings;
        this.page = page;
        this.report = report;
        this.stop = stop;
    }

    Summary run() throws Exception {
        useStandInCredentials();
        report.step("Page at %s", page.address());
        try (TemporaryFolder folder = TemporaryFolder.create();
                Platform platform = Platform.start(folder.folder("objects"), report)) {
            Resources resources = Resources.create(platform, report);
            Summary summary = runJob(folder, platform, resources);
            report.step("Stopping the stand-ins");
            return summary;
        }
    }

    private Summary runJob(TemporaryFolder folder, Platform platform, Resources resources) throws Exception {
        Map<String, Properties> properties = JobProperties.through(
                folder.path().resolve("application-properties.json"), platform.endpoints(), resources.topicArn());
        page.passCommandsTo(new CommandStream(platform.kinesis(), Resources.COMMANDS));
        Subscriber subscriber = new Subscriber(platform.sqs(), resources.queueUrl(), deliveries);
        try (FloorFeed floor = FloorFeed.start(new FloorTables(platform.dynamoDb()), this::figures, page)) {
            try (LocalFlink flink = LocalFlink.start(
                    folder.folder("flink"), platform.endpoints().s3())) {
                report.step("Flink's web interface at %s", flink.webInterface());
                RunningJob job = flink.run(
                        JOB, environment -> AgentStateSlaJob.define(environment, AgentStateSlaConfig.from(properties)));
                job.whenOver(stop::request);
                job.awaitRunning();
                report.step("Job %s runs", JOB);
                showTraffic(platform, job, subscriber, properties);
                finish(job, folder);
            }
            subscriber.readRest();
        }
        return Summary.of(platform.dynamoDb(), new LakeFiles(platform.s3(), platform.objects()), deliveries, delays());
    }

    private void showTraffic(
            Platform platform, RunningJob job, Subscriber subscriber, Map<String, Properties> properties)
            throws Exception {
        Instant now = clock.instant();
        Traffic traffic = Traffic.of(settings.people(now), settings.aiAgents(now), encoder(properties));
        TrafficFeed feed = new TrafficFeed(traffic, platform.kinesis(), clock);
        try (Background reading = Background.start("subscriber", subscriber::readOn, stop::request);
                Background sending = Background.start("traffic", () -> send(feed, platform), stop::request)) {
            stop.await(settings.length());
            job.throwIfFailed();
            throwIfFailed("The subscriber cannot read its queue", reading);
            throwIfFailed("The simulated traffic cannot be sent", sending);
        }
        report.step("%s; %,d records sent", stop.cameBySignal() ? "Stopping as asked" : "Time is up", feed.sent());
    }

    private void send(TrafficFeed feed, Platform platform) throws InterruptedException {
        Map<String, Instant> backlog = feed.sendBacklog();
        report.step(
                "The last %d minutes of %d agents sent: %,d records",
                DemoSettings.WARM_UP.toMinutes(), settings.agents(), feed.sent());
        report.step("The floor goes on in real time%s", settings.speed() == 1 ? "" : " at speed " + settings.speed());
        try (Background watching = Background.start(
                "catch-up",
                () -> {
                    Instant caughtUp = new CatchUp(platform.dynamoDb(), clock).await(backlog);
                    // After a backlog the job itself waits before it lets the wall clock alone raise an alert.
                    atTipSince = new BacklogGuard(caughtUp).trustedFrom();
                    report.step("The job has caught up; open %s", page.address());
                },
                stop::request)) {
            feed.sendLive();
        }
    }

    private void finish(RunningJob job, TemporaryFolder folder) throws Exception {
        report.step("Stopping the job with a savepoint");
        if (job.drain(folder.folder("savepoints"), DRAIN_LIMIT)) {
            report.step("Job stopped, lake committed");
            return;
        }
        report.step(
                "The job did not stop within %d s and was cancelled; its last rows are not in the lake",
                DRAIN_LIMIT.toSeconds());
    }

    private ObjectNode figures() {
        Delays delays = delays();
        ObjectNode figures = JsonNodeFactory.instance
                .objectNode()
                .put("about", "Live floor · simulated traffic, seed " + settings.seed())
                .put("messages", deliveries.distinct() + deliveries.repeated())
                .put("repeated", deliveries.repeated())
                .put("measured", delays.measured());
        if (delays.measured() > 0) {
            figures.put("p50", delays.percentile(50)).put("p99", delays.percentile(99));
        }
        return figures;
    }

    private Delays delays() {
        return deliveries.delays(Optional.ofNullable(atTipSince));
    }

    private static GlueAvroEncoder encoder(Map<String, Properties> properties) {
        Properties registry = properties.getOrDefault("schema-registry", new Properties());
        Settings settings = Settings.of(Map.of("schema-registry", registry));
        return new GlueAvroEncoder(SchemaRegistrySettings.from(settings.group("schema-registry")));
    }

    private static void throwIfFailed(String what, Background work) throws DemoFailure {
        if (work.failure().isPresent()) {
            Throwable failure = work.failure().get();
            throw new DemoFailure(what + ": " + DemoFailure.rootCause(failure), failure);
        }
    }

    /** The job finds its credentials as everywhere, so whatever this machine has for the real AWS stays out of it. */
    private static void useStandInCredentials() {
        System.setProperty("aws.accessKeyId", StandInClients.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", StandInClients.SECRET_ACCESS_KEY);
        System.setProperty("aws.secretKey", StandInClients.SECRET_ACCESS_KEY); // the same, as AWS SDK 1 calls it
        System.setProperty("aws.region", StandInClients.REGION.id());
    }
}
