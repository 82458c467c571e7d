package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.JourneyStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads contact attributes: the journey's name and steps, the customer's mark, and what is on the allow-list. */
final class ContactAttributes {
    private final RecordNames names;
    private final Map<String, String> allowed = new TreeMap<>();
    private final List<JourneyStep> steps = new ArrayList<>();
    private Optional<String> journeyName = Optional.empty();
    private Optional<String> csat = Optional.empty();

    ContactAttributes(RecordNames names) {
        this.names = names;
    }

    void read(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            readAttribute(fields.name(), fields);
        }
    }

    private void readAttribute(String name, JsonFields fields) throws Unreadable {
        if (names.isJourneyName(name)) {
            journeyName = Optional.ofNullable(Values.text(fields));
        }
        if (names.isJourneySteps(name)) {
            fields.text().ifPresent(text -> steps.addAll(StepsText.parse(text)));
        }
        if (names.isCsat(name)) {
            csat = fields.text();
        }
        if (names.isAllowed(name)) {
            fields.text().ifPresent(text -> allowed.put(name, text));
        }
    }

    /** Waits until the customer is known, so that no attribute names them. */
    void addTo(ContactRecord.Builder record, ContactCustomer customer) {
        allowed.replaceAll((name, text) -> customer.withoutIdentity(text));
        record.setAttributes(allowed);
        record.setJourneyName(journeyName.map(customer::withoutIdentity).orElse(null));
        record.setSteps(steps);
        record.setCsat(Values.count(csat));
    }
}
