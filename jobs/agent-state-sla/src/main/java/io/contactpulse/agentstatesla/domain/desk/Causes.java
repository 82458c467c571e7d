package io.contactpulse.agentstatesla.domain.desk;

import io.contactpulse.schema.AlertSubject;
import io.contactpulse.schema.CauseKind;
import io.contactpulse.schema.DeskIncident;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an agent or alert may have in common with others, the most specific first. */
final class Causes {
    private final SortedMap<CauseKind, String> values = new TreeMap<>();

    private Causes() {}

    static Causes of(AlertSubject subject, DeskSettings settings) {
        Causes causes = new Causes();
        Optional<String> queue = subject.getOptionalQueueName();
        queue.ifPresent(name -> causes.values.put(CauseKind.QUEUE, name));
        queue.flatMap(settings::carrierOf).ifPresent(name -> causes.values.put(CauseKind.CARRIER, name));
        subject.getOptionalRoutingProfile().ifPresent(name -> causes.values.put(CauseKind.ROUTING_PROFILE, name));
        subject.getOptionalSite().ifPresent(name -> causes.values.put(CauseKind.SITE, name));
        return causes;
    }

    boolean has(DeskIncident incident) {
        return incident.getValue().equals(values.get(incident.getKind()));
    }

    Iterable<Map.Entry<CauseKind, String>> inOrder() {
        return values.entrySet();
    }
}
