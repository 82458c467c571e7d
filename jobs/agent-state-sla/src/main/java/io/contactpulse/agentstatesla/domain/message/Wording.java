package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.agentstatesla.domain.rules.Measure;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertSubject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in half a sentence what an alert is about: who or which queue, what, and how much. */
final class Wording {
    private static final Pattern AGENTS = Pattern.compile("\\b(\\d+) agents?\\b");
    private static final Pattern OFFERED = Pattern.compile("\\b(\\d+) offered\\b");
    private static final Map<Measure, Template> TEMPLATES = new EnumMap<>(Measure.class);

    static {
        say(Measure.STATE_SECONDS, "{agent} {state} for {value}");
        say(Measure.TOTAL_HOLD_SECONDS, "{agent} had a contact on hold for {value} in all");
        say(Measure.REJECTED_COUNT, "{agent} rejected {value} contact{s} in this shift");
        say(Measure.MISSED_COUNT, "{agent} missed {value} contact{s} in this shift");
        say(Measure.MISSED_IN_A_ROW, "{agent} missed or rejected {value} contact{s} in a row");
        say(Measure.LOGIN_SECONDS, "{agent} logged in for {value}");
        say(Measure.NEXT_STATUS_SECONDS, "{agent} has a next status waiting for {value}");
        say(Measure.SILENT_SECONDS, "nothing heard of {agent} for {value}");
        say(Measure.CYCLE_SECONDS, "{agent} works on one turn for {value}");
        say(Measure.CYCLES_WITHOUT_RESPONSE, "{agent} ended {value} turn{s} in a row without a response");
        say(Measure.AVAILABLE_WHILE_WAITING_SECONDS, "{agent} available for {value} while {queue} waits");
        say(Measure.SERVICE_LEVEL_ANSWERED, "{queue} service level {value}{ofOffered}");
        say(Measure.SERVICE_LEVEL_REMOVED, "{queue} service level (removed) {value}{ofOffered}");
        say(Measure.OLDEST_WAITING_SECONDS, "{queue} oldest waiting {value}");
        say(Measure.ABANDON_RATE, "{queue} abandoned {value}{ofOffered}");
        say(Measure.STAFFED_AGENTS, "{queue} staffed by {value} agent{s}");
        say(Measure.FEED_SILENT_SECONDS, "feed of instance {instance} lost for {value}");
    }

    private Wording() {}

    private static void say(Measure measure, String text) {
        TEMPLATES.put(measure, Template.of(text));
    }

    static String of(Situation situation) {
        if (situation.alert().getEntityType() == AlertEntityType.INCIDENT) {
            return incident(situation);
        }
        return situation
                .measure()
                .flatMap(measure -> Optional.ofNullable(TEMPLATES.get(measure)))
                .flatMap(template -> template.fill(values(situation)))
                .orElseGet(() -> whom(situation) + " " + situation.signal().getMeasure());
    }

    private static Map<String, String> values(Situation situation) {
        Map<String, String> values = new HashMap<>();
        values.put("agent", agent(situation));
        values.put("queue", queue(situation));
        values.put("instance", situation.signal().getInstanceId());
        values.put("state", state(situation.alert()));
        values.put(
                "ofOffered",
                number(OFFERED, situation).map(n -> " of " + n + " offered").orElse(""));
        situation.observed().ifPresent(observed -> {
            values.put("s", observed == 1 ? "" : "s");
            situation.measure().ifPresent(it -> values.put("value", Spoken.value(it.unit(), observed)));
        });
        return values;
    }

    private static String incident(Situation situation) {
        String agents = number(AGENTS, situation).map(n -> n + " agents").orElse("many agents");
        String state = situation.alert().getState() == AgentState.UNKNOWN ? "" : " in " + state(situation.alert());
        return "incident, " + agents + state
                + cause(situation).map(cause -> ": " + cause).orElse("");
    }

    private static Optional<String> cause(Situation situation) {
        AlertSubject subject = situation.signal().getSubject();
        return subject.getOptionalSite()
                .map(site -> "site " + site)
                .or(() -> subject.getOptionalRoutingProfile().map(profile -> "routing profile " + profile))
                .or(() -> subject.getOptionalQueueName()
                        .or(subject::getOptionalQueueId)
                        .map(queue -> "queue " + queue))
                .or(() -> situation.signal().getOptionalReason().map(Spoken::reason));
    }

    private static Optional<String> number(Pattern pattern, Situation situation) {
        List<String> evidence = situation.alert().getEvidence();
        return evidence.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(it -> it.group(1))
                .findFirst();
    }

    private static String whom(Situation situation) {
        return situation.alert().getEntityType() == AlertEntityType.QUEUE ? queue(situation) : agent(situation);
    }

    private static String agent(Situation situation) {
        return situation
                .signal()
                .getSubject()
                .getOptionalUsername()
                .or(situation.alert()::getOptionalAgentId)
                .orElse("an agent");
    }

    private static String queue(Situation situation) {
        return situation
                .signal()
                .getSubject()
                .getOptionalQueueName()
                .or(situation.alert()::getOptionalQueueId)
                .orElse("a queue");
    }

    private static String state(Alert alert) {
        return alert.getOptionalCustomStatus().orElse(alert.getState().name());
    }
}
