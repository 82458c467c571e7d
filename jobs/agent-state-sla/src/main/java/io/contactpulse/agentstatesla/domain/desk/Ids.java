package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.agentstatesla.domain.Hashes;
import java.time.Instant;

/** Ids of what the desk finds out by itself, built as the watchers build theirs. */
final class Ids {
    private static final int ALERT_LENGTH = 32;
    private static final int VERSION_LENGTH = 12;

    private Ids() {}

    static String alertId(String instanceId, String ruleId, String entity, Instant start) {
        return Hashes.sha256(instanceId, ruleId, entity, Long.toString(start.toEpochMilli()))
                .substring(0, ALERT_LENGTH);
    }

    static String version(String... settings) {
        return Hashes.sha256(settings).substring(0, VERSION_LENGTH);
    }
}
