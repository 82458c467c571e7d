package io.contactpulse.ctrenrichment.oracle;

import io.contactpulse.ctrenrichment.oracle.Seen.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Failure codes of some legs, by the words of the definition; only repeats are told elsewhere. */
final class OracleCodes {
    private final List<Seen> legs;
    private final Seen last;
    private final List<Seen> journey;
    private final List<Step> steps;

    OracleCodes(List<Seen> legs, Seen last, List<Seen> journey) {
        this.legs = legs;
        this.last = last;
        this.journey = journey;
        this.steps = timeline(legs);
    }

    static List<Step> timeline(List<Seen> legs) {
        Set<Step> all = new LinkedHashSet<>();
        legs.forEach(leg -> all.addAll(leg.steps()));
        return all.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    List<String> codes() {
        List<String> codes = new ArrayList<>();
        boolean inFlow = legs.stream().noneMatch(leg -> leg.queue() || leg.agent());
        boolean ended = new OracleContact(last, journey).outcome().equals("ENDED_IN_FLOW");
        boolean customerLeft = last.reason().isEmpty() || last.reason().equals("CUSTOMER_DISCONNECT");
        add(codes, "IVR_ABANDONED", !steps.isEmpty() && inFlow && ended && customerLeft);
        add(codes, "STEP_LOOP", steps.stream().anyMatch(step -> count(step.code()) >= 3));
        add(codes, "INPUT_FAILED", twiceNotUnderstood());
        add(codes, "STEP_ERROR", errorNeverOk());
        boolean flowLeft = last.reason().equals("CONTACT_FLOW_DISCONNECT");
        add(codes, "DEAD_END", !steps.isEmpty() && inFlow && ended && flowLeft && isStuck(steps.get(steps.size() - 1)));
        add(codes, "SELF_SERVICE_FAILED", legs.stream().anyMatch(Seen::agent) && troubleBeforeTransfer());
        add(codes, "QUEUE_ABANDONED", legs.stream().anyMatch(this::isAbandoned));
        add(codes, "TRANSFER_LOOP", transferLoop());
        add(codes, "SYSTEM_FAILURE", legs.stream().anyMatch(OracleCodes::isSystemFailure));
        return codes;
    }

    private static void add(List<String> codes, String code, boolean holds) {
        if (holds) {
            codes.add(code);
        }
    }

    private long count(String code) {
        return steps.stream().filter(step -> step.code().equals(code)).count();
    }

    private static boolean isStuck(Step step) {
        return List.of("ERROR", "NOINPUT", "NOMATCH").contains(step.outcome());
    }

    private boolean twiceNotUnderstood() {
        for (int index = 0; index + 1 < steps.size(); index++) {
            Step one = steps.get(index);
            Step two = steps.get(index + 1);
            boolean both = one.outcome().startsWith("NO") && two.outcome().startsWith("NO");
            if (both && one.code().equals(two.code())) {
                return true;
            }
        }
        return false;
    }

    private boolean errorNeverOk() {
        for (int index = 0; index < steps.size(); index++) {
            Step error = steps.get(index);
            boolean okLater = steps.subList(index, steps.size()).stream()
                    .anyMatch(step ->
                            step.code().equals(error.code()) && step.outcome().equals("OK"));
            if (error.outcome().equals("ERROR") && !okLater) {
                return true;
            }
        }
        return false;
    }

    private boolean troubleBeforeTransfer() {
        boolean trouble = false;
        for (Step step : steps) {
            if (step.outcome().equals("TRANSFER") && trouble) {
                return true;
            }
            boolean wrong = step.outcome().equals("ERROR") || step.outcome().equals("NOMATCH");
            boolean everOk = steps.stream()
                    .anyMatch(other ->
                            other.code().equals(step.code()) && other.outcome().equals("OK"));
            trouble = trouble || (wrong && !everOk);
        }
        return false;
    }

    private boolean isAbandoned(Seen leg) {
        OracleContact contact = new OracleContact(leg, journey);
        return contact.outcome().equals("ABANDONED_IN_QUEUE") && !contact.shortAbandon();
    }

    private boolean transferLoop() {
        List<Seen> transfers =
                legs.stream().filter(leg -> leg.method().endsWith("TRANSFER")).toList();
        Set<String> queues = new HashSet<>();
        boolean twice = false;
        for (Seen leg : transfers) {
            twice |=
                    leg.idOf("Queue", "ARN").filter(queue -> !queues.add(queue)).isPresent();
        }
        return twice || transfers.size() >= 3;
    }

    private static boolean isSystemFailure(Seen leg) {
        return (leg.reason().startsWith("TELECOM_") && leg.method().equals("INBOUND"))
                || leg.reason().equals("SYSTEM_ERROR")
                || leg.reason().equals("AGENT_NETWORK_DISCONNECT");
    }
}
