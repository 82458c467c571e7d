package io.contactpulse.ctrenrichment.recorded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Two random days of contact records of a small centre where everything goes wrong that can: repeated and late records,
 * corrections up to weeks later, lost legs, redactions. The same seed gives the same records; they come in no order.
 */
public final class RandomRecording {
    private static final int SPAN = 2 * 24 * 3600;
    private static final int DAY = 24 * 3600;

    /** Nothing is corrected later than this. */
    private static final long CORRECTIONS = 10L * DAY;

    private final Random random;
    private final int wanted;
    private final List<String> records = new ArrayList<>();
    private int contacts;
    private long newest;

    private RandomRecording(long seed, int contacts) {
        this.random = new Random(seed);
        this.wanted = contacts;
    }

    public static List<String> of(long seed, int contacts) {
        RandomRecording recording = new RandomRecording(seed, contacts);
        while (recording.contacts < contacts) {
            recording.addJourney();
        }
        recording.addOneThatIsStillOpen();
        Collections.shuffle(recording.records, recording.random);
        return recording.records;
    }

    private void addJourney() {
        RandomJourney journey =
                new RandomJourney(random, "c-%06d".formatted(contacts), random.nextInt(SPAN), customer());
        List<Ctr> legs = journey.legs();
        contacts += legs.size();
        for (Ctr leg : legs) {
            boolean isLost = legs.size() > 1 && random.nextInt(25) == 0;
            if (!isLost) {
                deliver(leg);
            }
        }
    }

    /** Few enough to come back within a day, and some of them write their number in another way. */
    private String customer() {
        int number = random.nextInt(Math.max(10, wanted / 5));
        if (number % 17 == 0) {
            return "anonymous";
        }
        return (random.nextBoolean() ? "+49 89 " : "+4989") + (1000 + number);
    }

    /** The newest record of all announces a leg that had no time to come. */
    private void addOneThatIsStillOpen() {
        deliver(Ctr.contact("c-open")
                .began(newest)
                .ended(newest + 60, "CONTACT_FLOW_DISCONNECT")
                .before("c-to-come")
                .updated(newest + 120)
                .json());
    }

    private void deliver(Ctr leg) {
        long updated = leg.lastUpdate();
        newest = Math.max(newest, updated + CORRECTIONS);
        deliver(leg.json());
        switch (random.nextInt(12)) {
            case 0 -> deliver(corrected(leg, updated + 60 + random.nextInt(DAY)));
            case 1 -> {
                deliver(corrected(leg, updated + random.nextInt(5 * DAY)));
                deliver(corrected(leg, updated + random.nextInt(5 * DAY)));
            }
            case 2 ->
                deliver(leg.copy()
                        .redacted()
                        .updated(updated + random.nextInt(3 * DAY))
                        .json());
            case 3 -> {
                if (random.nextInt(3) == 0 && leg.tree().get("NextContactId").isNull()) {
                    deliver(corrected(leg, updated + 9L * DAY + random.nextInt(DAY)));
                }
            }
            case 4 -> {
                if (leg.tree().has("DisconnectReason")) {
                    deliver(leg.copy().ended(leg.end(), "OTHER").json());
                }
            }
            default -> {
                // One version is the rule.
            }
        }
    }

    private String corrected(Ctr leg, long updated) {
        Ctr correction = leg.copy().updated(updated).attribute("csat", String.valueOf(1 + random.nextInt(5)));
        boolean isQueued = !leg.tree().get("Queue").isNull();
        switch (random.nextInt(4)) {
            case 0 -> correction.ended(leg.end(), random.nextBoolean() ? "CUSTOMER_DISCONNECT" : "OTHER");
            case 1 -> {
                if (isQueued) {
                    correction.inQueue("q-" + random.nextInt(5));
                }
            }
            case 2 -> {
                if (isQueued && leg.tree().get("Agent").isNull()) {
                    correction.handled("a-9", leg.end(), 30, 0, 5);
                }
            }
            default -> correction.attribute("journey.name", "service-" + random.nextInt(3));
        }
        return correction.json();
    }

    private void deliver(String record) {
        records.add(record);
        while (random.nextInt(4) == 0) {
            records.add(record);
        }
    }
}
