package io.contactpulse.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactpulse.jobruntime.config.RuntimeProperties;
import io.contactpulse.standins.StandInClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The job's settings, in the very file that Managed Flink would hand to it. */
final class JobProperties {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REGION = StandInClients.REGION.id();

    /** The streams that the job reads, each with a property group of its own. */
    private static final List<String> READ_BY_JOB = List.of(Resources.STREAM, Resources.COMMANDS);

    private JobProperties() {}

    /** Writes the file and reads it back the way the service does. */
    static Map<String, Properties> through(Path file, Platform.Endpoints endpoints, String topicArn)
            throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), groups(endpoints, topicArn));
        return RuntimeProperties.load(new String[] {"--properties", file.toString()});
    }

    static Map<String, String> registry(Platform.Endpoints endpoints) {
        return Map.of("region", REGION, "endpoint", endpoints.glue().toString(), "registry", "contact-pulse");
    }

    private static ArrayNode groups(Platform.Endpoints endpoints, String topicArn) {
        ArrayNode groups = JSON.createArrayNode();
        for (String stream : READ_BY_JOB) {
            groups.add(group("source." + stream, source(stream, endpoints)));
        }
        groups.add(group("schema-registry", registry(endpoints)));
        groups.add(group("sink.tables", tables(endpoints)));
        groups.add(group("sink.lake", lake()));
        groups.add(group("sink.alerts", alerts(endpoints, topicArn)));
        groups.add(group("rules.sla", Map.of()));
        return groups;
    }

    private static Map<String, String> source(String stream, Platform.Endpoints endpoints) {
        return Map.of(
                "stream",
                stream,
                "region",
                REGION,
                "endpoint",
                endpoints.kinesis().toString(),
                "start",
                "trim-horizon");
    }

    /** One DynamoDB Local does the work of a fleet: it needs more time and fewer requests at once. */
    private static Map<String, String> tables(Platform.Endpoints endpoints) {
        return Map.of(
                "region", REGION,
                "endpoint", endpoints.dynamoDb().toString(),
                "max-in-flight", "40",
                "attempt-timeout", "PT10S",
                "call-timeout", "PT30S");
    }

    private static Map<String, String> lake() {
        return Map.of(
                "path", "s3://" + Resources.BUCKET + "/lake",
                "dead-letters-raw-path", "s3://" + Resources.BUCKET + "/dead-letters-raw",
                "file-interval", "PT15S");
    }

    private static Map<String, String> alerts(Platform.Endpoints endpoints, String topicArn) {
        return Map.of(
                "topic-arn",
                topicArn,
                "region",
                REGION,
                "endpoint",
                endpoints.notifications().toString(),
                "ledger-table",
                TableSetUp.LEDGER,
                "ledger-endpoint",
                endpoints.dynamoDb().toString());
    }

    private static ObjectNode group(String id, Map<String, String> properties) {
        ObjectNode group = JSON.createObjectNode().put("PropertyGroupId", id);
        ObjectNode map = group.putObject("PropertyMap");
        new TreeMap<>(properties).forEach(map::put);
        return group;
    }
}
