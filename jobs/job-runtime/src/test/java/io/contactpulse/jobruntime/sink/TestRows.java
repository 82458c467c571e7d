package io.contactpulse.jobruntime.sink;

import static io.contactpulse.testkit.Moments.NINE_OCLOCK;

import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.Publication;
import java.time.Duration;

/** Rows with harmless content: one kind that has versions and one that has none. */
final class TestRows {
    private TestRows() {}

    static AgentInterval interval(String agentId, int version) {
        return AgentInterval.newBuilder()
                .setAgentId(agentId)
                .setStart(NINE_OCLOCK)
                .setEnd(NINE_OCLOCK.plus(Duration.ofMinutes(15)))
                .setState(AgentState.ACW)
                .setContacts(contactsOf(version))
                .setVersion(version)
                .setDeleted(false)
                .build();
    }

    /** Content that tells which version it belongs to. */
    static int contactsOf(int version) {
        return 1_000 + version;
    }

    static AlertEvent event(String alertId, int seq) {
        return AlertEvent.newBuilder()
                .setAlertId(alertId)
                .setSeq(seq)
                .setStatus(AlertStatus.FIRING)
                .setLevel(AlertLevel.WARN)
                .setAt(NINE_OCLOCK)
                .setPublication(Publication.PUBLISHED)
                .build();
    }
}
