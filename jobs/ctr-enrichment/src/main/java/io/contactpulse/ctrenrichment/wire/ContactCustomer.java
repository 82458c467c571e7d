package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.ContactRecord;
import java.util.Optional;
import java.util.regex.Pattern;

/** The customer of one record while it is being read: raw identities go in, a pseudonym comes out. */
final class ContactCustomer {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]*[A-Za-z0-9]");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ()/.-]{6,}[0-9]");
    private static final int SHORTEST_SECRET = 4;

    private final CustomerKeys keys;
    private Optional<String> id = Optional.empty();
    private Optional<String> address = Optional.empty();
    private Optional<String> type = Optional.empty();
    private String redactedFields = "";

    ContactCustomer(CustomerKeys keys) {
        this.keys = keys;
    }

    void readId(JsonFields fields) throws Unreadable {
        id = Optional.ofNullable(Values.text(fields));
    }

    void readEndpoint(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "Address":
                    address = Optional.ofNullable(Values.text(fields));
                    break;
                case "Type":
                    type = Optional.ofNullable(Values.text(fields));
                    break;
                default:
            }
        }
    }

    /** Address of an endpoint that is of no further interest. */
    static Optional<String> readAddress(JsonFields fields) throws Unreadable {
        Optional<String> address = Optional.empty();
        if (!fields.enterObject()) {
            return address;
        }
        while (fields.next()) {
            if (fields.name().equals("Address")) {
                address = Optional.ofNullable(Values.text(fields));
            }
        }
        return address;
    }

    void redact(String fieldNames) {
        redactedFields = fieldNames;
    }

    /** A free text without what would name the customer: attributes are written by flows, and those are written by anybody. */
    String withoutIdentity(String text) {
        String masked = PHONE.matcher(EMAIL.matcher(text).replaceAll("[EMAIL]")).replaceAll("[PHONE]");
        return address.filter(secret -> secret.length() >= SHORTEST_SECRET)
                .map(secret -> masked.replace(secret, "[CUSTOMER]"))
                .orElse(masked);
    }

    void addTo(ContactRecord.Builder record) {
        Optional<String> known = isRedacted("CustomerId") ? Optional.empty() : id.flatMap(keys::ofCustomerId);
        if (known.isEmpty() && !isRedacted("CustomerEndpoint")) {
            known = address.flatMap(text -> keys.ofEndpoint(text, type));
        }
        record.setCustomerKey(known.orElse(null));
        record.setRedacted(isRedacted("CustomerId") || isRedacted("CustomerEndpoint"));
    }

    private boolean isRedacted(String field) {
        return redactedFields.contains(field);
    }
}
