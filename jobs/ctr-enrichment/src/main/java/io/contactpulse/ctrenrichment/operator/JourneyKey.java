package io.contactpulse.ctrenrichment.operator;

import io.contactpulse.schema.ContactRecord;
import org.apache.flink.api.java.functions.KeySelector;

/** The first contact of the chain; on the first contact itself Connect leaves it out. */
public final class JourneyKey implements KeySelector<ContactRecord, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String getKey(ContactRecord record) {
        return record.getOptionalInitialContactId().orElse(record.getContactId());
    }
}
