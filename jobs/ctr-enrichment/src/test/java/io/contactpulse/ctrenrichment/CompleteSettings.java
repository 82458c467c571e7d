package io.contactpulse.ctrenrichment;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The least that the job needs to be told. */
final class CompleteSettings {
    static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private CompleteSettings() {}

    static Map<String, Properties> groups() {
        Map<String, Properties> groups = new TreeMap<>();
        groups.put("source.ctr", properties(Map.of("stream", "ctr", "region", "eu-central-1")));
        groups.put("identity", properties(Map.of("key", KEY)));
        groups.put("sink.tables", properties(Map.of("region", "eu-central-1")));
        groups.put(
                "sink.lake",
                properties(Map.of("path", "file:///lake", "dead-letters-raw-path", "file:///dead-letters-raw")));
        groups.put(
                "sink.escalations",
                properties(Map.of(
                        "region",
                        "eu-central-1",
                        "topic-arn",
                        "arn:aws:sns:eu-central-1:000000000000:escalations",
                        "ledger-table",
                        "publish-ledger")));
        return groups;
    }

    static Properties properties(Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
