package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.Alert;
import io.contactpulse.schema.DeskUntold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells at the end of a rule's quiet hours, in one message, what was not told meanwhile. */
final class QuietDigest {
    private final Desk desk;

    QuietDigest(Desk desk) {
        this.desk = desk;
    }

    void tell(String ruleId, Instant quietUntil) {
        Map<String, DeskUntold> untold = desk.memory().untold().all();
        List<Alert> rows = untold.values().stream()
                .filter(entry -> !entry.getUntil().isAfter(quietUntil))
                .map(DeskUntold::getRow)
                .filter(row -> row.getRuleId().equals(ruleId))
                .collect(Collectors.toList());
        if (rows.isEmpty()) {
            return;
        }
        desk.step().send(desk.settings().messages().digest(desk.instanceId(), ruleId, quietUntil, rows));
        rows.forEach(row -> desk.memory().untold().remove(row.getAlertId()));
    }
}
