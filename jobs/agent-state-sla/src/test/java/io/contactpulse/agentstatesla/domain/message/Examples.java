package io.contactpulse.agentstatesla.domain.message;

import static io.contactpulse.testkit.Moments.at;

import io.contactpulse.agentstatesla.domain.rules.EscalationStep;
import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import io.contactpulse.schema.Notification;
import io.contactpulse.schema.QueuePressure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Messages of every kind, by the name of the file that says how each should look. */
public final class Examples {
    static final AlertMessages MESSAGES = AlertMessages.of(Links.of(
            Optional.of("https://{instanceId}.example.com/contacts/{contactId}"),
            Optional.of("https://example.com/agents/{agentId}")));
    static final Surroundings ALONE = Surroundings.of(Optional.empty(), new TreeMap<>());

    private Examples() {}

    public static Stream<String> names() {
        return all().keySet().stream();
    }

    public static String body(String name) {
        return message(name).getBody();
    }

    static Notification message(String name) {
        return Objects.requireNonNull(all().get(name), name);
    }

    static Map<String, Notification> all() {
        Map<String, Notification> examples = new LinkedHashMap<>();
        examples.put("hold-firing", hold().transition(at("09:03:00"), besideABusyQueue()));
        examples.put(
                "hold-acknowledged",
                hold().status(AlertStatus.ACKNOWLEDGED)
                        .reason("supervisor-002: calls in")
                        .seq(3)
                        .transition(at("09:03:40"), ALONE));
        examples.put(
                "hold-resolved",
                hold().status(AlertStatus.RESOLVED).reason("STATE_ENDED").seq(4).transition(at("09:05:05"), ALONE));
        examples.put("hold-reminder", hold().reminder(at("09:13:00"), 2));
        examples.put(
                "hold-escalation",
                hold().escalation(at("09:08:00"), EscalationStep.of(Duration.ofMinutes(5), "floor-manager"), 1));
        examples.put("service-level-firing", serviceLevel().transition(at("09:00:00"), ALONE));
        examples.put("incident-firing", incident().transition(at("09:00:40"), ALONE));
        examples.put("feed-lost", feedLost().transition(at("09:05:00"), ALONE));
        examples.put("digest", digest());
        examples.put("muted", MESSAGES.muted("instance-1", "Claims", at("10:00:00"), 12));
        return examples;
    }

    static Surroundings besideABusyQueue() {
        QueuePressure pressure = QueuePressure.newBuilder()
                .setQueueId("queue-7")
                .setQueueName("Claims")
                .setWaiting(6)
                .setOldestWaitingSince(at("08:59:50"))
                .setStaffed(9)
                .setAvailable(0)
                .setServiceLevelAnswered(625L)
                .setServiceLevelRemoved(700L)
                .build();
        return Surroundings.of(Optional.of(pressure), new TreeMap<>());
    }

    static AlertExample hold() {
        return AlertExample.ofAgent("hold-too-long", Measure.STATE_SECONDS)
                .level(AlertLevel.CRITICAL)
                .seq(2)
                .warnAt(at("09:02:00"))
                .criticalAt(at("09:03:00"))
                .threshold(180_000)
                .contact("contact-1", "queue-7", "Claims");
    }

    static AlertExample serviceLevel() {
        return AlertExample.of("service-level-low", Measure.SERVICE_LEVEL_ANSWERED, AlertEntityType.QUEUE)
                .id("queue-alert")
                .warnAt(at("09:00:00"))
                .queue("queue-7", "Claims")
                .observed(625)
                .threshold(800)
                .reason("VOLUME")
                .evidence("41 offered", "offered 24, before 17");
    }

    static AlertExample incident() {
        return AlertExample.of("storm", "storm", AlertEntityType.INCIDENT)
                .id("incident-1")
                .level(AlertLevel.CRITICAL)
                .criticalAt(at("09:00:40"))
                .state(AgentState.ERROR)
                .site("Berlin")
                .evidence("12 agents", "in-error");
    }

    static AlertExample feedLost() {
        return AlertExample.of("feed-lost", Measure.FEED_SILENT_SECONDS, AlertEntityType.INSTANCE)
                .id("feed-alert")
                .level(AlertLevel.CRITICAL)
                .criticalAt(at("09:05:00"))
                .threshold(300_000);
    }

    private static Notification digest() {
        return MESSAGES.digest(
                "instance-1",
                "hold-too-long",
                at("09:30:00"),
                List.of(
                        hold().id("alert-over").status(AlertStatus.RESOLVED).row(),
                        hold().id("alert-warn").level(AlertLevel.WARN).row(),
                        hold().id("alert-critical").row()));
    }

    static List<Alert> alerts(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> hold().id("alert-" + (100 + number)).row())
                .collect(Collectors.toList());
    }
}
