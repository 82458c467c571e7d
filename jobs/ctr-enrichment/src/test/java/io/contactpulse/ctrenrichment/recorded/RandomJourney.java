package io.contactpulse.ctrenrichment.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One journey of a random kind, as the records of its legs. */
final class RandomJourney {
    private static final String[] STEPS = {"menu", "vin", "lookup", "booking"};
    private static final String[] OUTCOMES = {
        "OK", "OK", "OK", "RETRY", "NOINPUT", "NOMATCH", "ERROR", "TRANSFER", "SELF_SERVED"
    };

    private final Random random;
    private final String id;
    private final String customer;
    private final String intent;
    private final List<Ctr> legs = new ArrayList<>();
    private long at;

    RandomJourney(Random random, String id, long at, String customer) {
        this.random = random;
        this.id = id;
        this.at = at;
        this.customer = customer;
        this.intent = random.nextInt(4) == 0 ? "" : "service-" + random.nextInt(3);
    }

    List<Ctr> legs() {
        switch (random.nextInt(10)) {
            case 0, 1 -> ivr();
            case 2 -> abandoned();
            case 3, 4 -> answered();
            case 5 -> transferred();
            case 6 -> callback();
            case 7 -> outbound();
            case 8 -> digital();
            default -> oddity();
        }
        return legs;
    }

    private void ivr() {
        Ctr leg = leg("INBOUND").ended(at + 20 + random.nextInt(200), reason());
        steps(leg);
        written(leg, leg.end());
    }

    private void abandoned() {
        Ctr leg = leg("INBOUND");
        long left = queue(leg);
        written(leg.ended(left, "CUSTOMER_DISCONNECT"), left);
        if (random.nextInt(4) == 0) {
            survey(leg, left);
        }
    }

    private void answered() {
        Ctr leg = leg("INBOUND");
        steps(leg);
        long end = talk(leg);
        if (random.nextInt(4) == 0) {
            survey(leg, end);
        }
        if (random.nextInt(10) == 0) {
            next(leg, "MONITOR").handled("a-boss", at, 20, 0, 0);
            written(last(), at + 20);
        }
    }

    private void transferred() {
        Ctr leg = leg("INBOUND");
        steps(leg);
        talk(leg);
        int transfers = 1 + random.nextInt(4);
        for (int transfer = 0; transfer < transfers; transfer++) {
            transfer(last());
        }
    }

    private void transfer(Ctr parent) {
        long end = parent.end();
        switch (random.nextInt(5)) {
            case 0 -> {
                parent.transferCompleted(end);
                talk(next(parent, "TRANSFER"));
            }
            case 1 -> {
                at = end - 20;
                Ctr child = next(parent, "TRANSFER").handled("a-" + random.nextInt(9), at + 1, random.nextInt(5), 0, 2);
                written(child.ended(end - 10, "AGENT_DISCONNECT"), end - 8);
            }
            case 2 -> {
                Ctr child = next(parent, "QUEUE_TRANSFER");
                long left = queue(child);
                written(child.ended(left, "CUSTOMER_DISCONNECT"), left);
            }
            case 3 -> external(parent, end);
            default -> talk(next(parent, "TRANSFER"));
        }
    }

    private void external(Ctr parent, long end) {
        if (random.nextBoolean()) {
            parent.transferredTo("+4930555").transferCompleted(end);
            return;
        }
        if (random.nextBoolean()) {
            parent.transferCompleted(end);
        }
        Ctr child = next(parent, "EXTERNAL_OUTBOUND").caller("+4930555").external(random.nextInt(60));
        written(child.ended(end + random.nextInt(60), "THIRD_PARTY_DISCONNECT"), end + 60);
    }

    private void callback() {
        Ctr leg = leg("INBOUND");
        long left = queue(leg);
        written(leg.ended(left, "CONTACT_FLOW_DISCONNECT"), left);
        at = left + random.nextInt(6 * 3600);
        Ctr back = next(leg, "CALLBACK");
        if (random.nextInt(4) == 0) {
            long end = queue(back);
            written(back.ended(end, "OTHER"), end);
        } else {
            talk(back);
        }
    }

    private void outbound() {
        Ctr leg = leg("OUTBOUND").handled("a-" + random.nextInt(9), at, random.nextInt(100), 0, 5);
        if (random.nextBoolean()) {
            leg.without("ConnectedToSystemTimestamp");
        }
        written(leg.ended(at + 100, random.nextBoolean() ? "TELECOM_UNANSWERED" : "CUSTOMER_DISCONNECT"), at + 100);
    }

    private void digital() {
        String[] channels = {"CHAT", "TASK", "EMAIL"};
        Ctr leg = leg("API").channel(channels[random.nextInt(3)]);
        if (random.nextBoolean()) {
            leg.without("CustomerEndpoint").with("CustomerId", " crm-" + customer + " ");
        }
        if (random.nextInt(5) == 0) {
            long left = queue(leg);
            written(leg.ended(left, random.nextBoolean() ? "SYSTEM_ERROR" : "AGENT_NETWORK_DISCONNECT"), left);
            return;
        }
        talk(leg);
    }

    private void oddity() {
        Ctr leg = leg("INBOUND");
        steps(leg);
        switch (random.nextInt(4)) {
            case 0 -> written(leg.ended(at + 30, "TELECOM_PROBLEM"), at + 30);
            case 1 -> written(leg.without("DisconnectReason").without("Attributes"), at + 60);
            case 2 -> {
                leg.before(id + "-never");
                written(leg.ended(at + 30, "CONTACT_FLOW_DISCONNECT"), at + 30);
            }
            default -> {
                long left = queue(leg);
                written(leg.ended(left, "CONTACT_FLOW_DISCONNECT"), left);
                leg.without("Channel");
            }
        }
    }

    private void survey(Ctr parent, long end) {
        at = end;
        Ctr survey = next(parent, "DISCONNECT");
        written(survey.ended(end + 20, "CUSTOMER_DISCONNECT"), end + 20);
    }

    private Ctr leg(String method) {
        Ctr leg = Ctr.contact(legs.isEmpty() ? id : id + "-" + legs.size())
                .by(method)
                .began(at)
                .caller(customer);
        if (!intent.isEmpty()) {
            leg.journey(intent);
        }
        legs.add(leg);
        return leg;
    }

    private Ctr next(Ctr parent, String method) {
        if (!method.equals("DISCONNECT") && !method.equals("CALLBACK")) {
            at = Math.max(at, parent.end() - random.nextInt(30));
        }
        Ctr child = leg(method).after(id, parent.id());
        if (parent.tree().path("Attributes").has("journey.steps")) {
            child.attribute(
                    "journey.steps",
                    parent.tree().path("Attributes").path("journey.steps").asText());
        }
        if (!method.equals("MONITOR") && random.nextInt(8) != 0) {
            parent.before(child.id());
        }
        return child;
    }

    private Ctr last() {
        return legs.get(legs.size() - 1);
    }

    private long queue(Ctr leg) {
        long from = at + random.nextInt(40);
        long to = from + random.nextInt(random.nextBoolean() ? 10 : 90);
        leg.queued("q-" + random.nextInt(4), from, to);
        return to;
    }

    private long talk(Ctr leg) {
        long from = queue(leg);
        long talk = random.nextInt(300);
        long hold = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
        long acw = random.nextInt(12) == 0 ? 5 * 3600 : random.nextInt(60);
        leg.handled("a-" + random.nextInt(9), from, talk, hold, acw).ended(from + talk + hold, reason());
        written(leg, from + talk + hold + acw);
        return from + talk + hold;
    }

    private void written(Ctr leg, long completed) {
        leg.updated(completed + 62 + random.nextInt(8));
    }

    private String reason() {
        return random.nextInt(4) == 0 ? "CONTACT_FLOW_DISCONNECT" : "CUSTOMER_DISCONNECT";
    }

    private void steps(Ctr leg) {
        String[] steps = new String[random.nextInt(6)];
        long when = at;
        for (int index = 0; index < steps.length; index++) {
            when += random.nextInt(3);
            steps[index] =
                    STEPS[random.nextInt(STEPS.length)] + "@" + when + ":" + OUTCOMES[random.nextInt(OUTCOMES.length)];
        }
        if (steps.length > 0) {
            leg.steps(steps);
        }
    }
}
