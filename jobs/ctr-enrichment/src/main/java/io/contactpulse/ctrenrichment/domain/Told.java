package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactRow;
import io.contactpulse.schema.JourneyFacts;
import io.contactpulse.schema.QueueContribution;
import io.contactpulse.schema.TrackedJourney;
import java.util.List;

/** A journey after something happened to it, and all that has to be told because of that. */
public final class Told {
    private final TrackedJourney journey;
    private final List<ContactRow> rows;
    private final List<QueueContribution> contributions;
    private final List<JourneyFacts> facts;

    Told(
            TrackedJourney journey,
            List<ContactRow> rows,
            List<QueueContribution> contributions,
            List<JourneyFacts> facts) {
        this.journey = journey;
        this.rows = rows;
        this.contributions = contributions;
        this.facts = facts;
    }

    public TrackedJourney journey() {
        return journey;
    }

    public List<ContactRow> rows() {
        return rows;
    }

    public List<QueueContribution> contributions() {
        return contributions;
    }

    public List<JourneyFacts> facts() {
        return facts;
    }
}
