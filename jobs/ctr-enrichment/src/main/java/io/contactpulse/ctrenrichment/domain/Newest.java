package io.contactpulse.ctrenrichment.domain;

import io.contactpulse.schema.ContactRecord;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * Which of two records of one contact is the truth: the one updated later. Connect gives times in seconds, so two may
 * differ and claim the same one; then the greater text of the first field that differs decides, in any order of arrival.
 */
final class Newest {
    /** Records to be applied one after another: by time, then contact, the truth of one contact last. */
    static final Comparator<ContactRecord> ORDER = Comparator.comparing(ContactRecord::getLastUpdatedAt)
            .thenComparing(ContactRecord::getContactId)
            .thenComparing(Newest::byText);

    private Newest() {}

    static boolean replaces(ContactRecord known, ContactRecord record) {
        return ORDER.compare(known, record) < 0;
    }

    private static int byText(ContactRecord one, ContactRecord other) {
        for (Schema.Field field : one.getSchema().getFields()) {
            int order = text(one.get(field.pos())).compareTo(text(other.get(field.pos())));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static String text(Object value) {
        return String.valueOf(value instanceof Map ? new TreeMap<>((Map<?, ?>) value) : value);
    }
}
