package io.contactpulse.agentstatesla;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The least that the job needs to be told. */
final class CompleteSettings {
    private CompleteSettings() {}

    static Map<String, Properties> groups() {
        Map<String, Properties> groups = new TreeMap<>();
        groups.put("source.agent-events", properties(Map.of("stream", "agent-events", "region", "eu-central-1")));
        groups.put("schema-registry", properties(Map.of("region", "eu-central-1", "registry", "contact-pulse")));
        groups.put("sink.tables", properties(Map.of("region", "eu-central-1")));
        groups.put(
                "sink.lake",
                properties(Map.of("path", "file:///lake", "dead-letters-raw-path", "file:///dead-letters-raw")));
        groups.put(
                "sink.alerts",
                properties(Map.of(
                        "region",
                        "eu-central-1",
                        "topic-arn",
                        "arn:aws:sns:eu-central-1:000000000000:alerts",
                        "ledger-table",
                        "publish-ledger")));
        groups.put("rules.sla", new Properties());
        return groups;
    }

    /** With every input that may be left out. */
    static Map<String, Properties> everything(Path rules) {
        Map<String, Properties> groups = groups();
        groups.put("source.alert-commands", properties(Map.of("stream", "alert-commands", "region", "eu-central-1")));
        groups.put("source.ctr", properties(Map.of("stream", "ctr", "region", "eu-central-1")));
        groups.put("rules.sla", properties(Map.of("location", rules.toString())));
        return groups;
    }

    static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
