package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.ContactRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads one contact record. Only its id and its version are required; whatever else is wrong is as if it were absent. */
final class ConnectContactRecord {
    private static final int REGION = 3;

    private final ContactRecord.Builder record = ContactRecord.newBuilder().setTransferredOut(false);
    private final ContactAttributes attributes;
    private final ContactCustomer customer;
    private @Nullable String contactId;
    private @Nullable Instant lastUpdatedAt;

    private ConnectContactRecord(RecordNames names, CustomerKeys customerKeys) {
        this.attributes = new ContactAttributes(names);
        this.customer = new ContactCustomer(customerKeys);
    }

    static ContactRecord read(JsonFields fields, RecordNames names, CustomerKeys customerKeys) throws Unreadable {
        ConnectContactRecord reader = new ConnectContactRecord(names, customerKeys);
        while (fields.next()) {
            reader.readField(fields);
        }
        return reader.build();
    }

    private void readField(JsonFields fields) throws Unreadable {
        switch (fields.name()) {
            case "ContactId":
                contactId = fields.keyText();
                break;
            case "LastUpdateTimestamp":
                lastUpdatedAt = fields.keyInstant();
                break;
            case "InitialContactId":
                record.setInitialContactId(Values.contactId(fields));
                break;
            case "PreviousContactId":
                record.setPreviousContactId(Values.contactId(fields));
                break;
            case "NextContactId":
                record.setNextContactId(Values.contactId(fields));
                break;
            case "InstanceARN":
                readInstance(fields);
                break;
            default:
                readPart(fields);
        }
    }

    private void readPart(JsonFields fields) throws Unreadable {
        switch (fields.name()) {
            case "Agent":
                ContactAgent.read(fields, record);
                break;
            case "Attributes":
                attributes.read(fields);
                break;
            case "CustomerEndpoint":
                customer.readEndpoint(fields);
                break;
            case "CustomerId":
                customer.readId(fields);
                break;
            case "Queue":
                ContactQueue.read(fields, record);
                break;
            case "SegmentAttributes":
                readSegmentAttributes(fields);
                break;
            case "ExternalThirdParty":
                ContactAgent.readExternal(fields, record);
                break;
            case "TransferredToEndpoint":
                record.setTransferredOut(ContactCustomer.readAddress(fields).isPresent());
                break;
            default:
                readValue(fields);
        }
    }

    private void readValue(JsonFields fields) throws Unreadable {
        switch (fields.name()) {
            case "AgentConnectionAttempts":
                record.setOffers(Values.count(fields));
                break;
            case "Channel":
                record.setChannel(Values.text(fields));
                break;
            case "ConnectedToSystemTimestamp":
                record.setConnectedToSystemAt(fields.instant().orElse(null));
                break;
            case "DisconnectReason":
                record.setDisconnectReason(Values.text(fields));
                break;
            case "DisconnectTimestamp":
                record.setEndedAt(fields.instant().orElse(null));
                break;
            case "InitiationMethod":
                record.setInitiationMethod(Values.text(fields));
                break;
            case "InitiationTimestamp":
                record.setInitiatedAt(fields.instant().orElse(null));
                break;
            case "TransferCompletedTimestamp":
                record.setTransferCompletedAt(fields.instant().orElse(null));
                break;
            default:
        }
    }

    private void readInstance(JsonFields fields) throws Unreadable {
        String arn = Values.text(fields);
        if (arn == null) {
            return;
        }
        record.setInstanceId(Values.lastSegment(arn));
        String[] parts = arn.split(":", -1);
        record.setRegion(parts.length > REGION && !parts[REGION].isEmpty() ? parts[REGION] : null);
    }

    private void readSegmentAttributes(JsonFields fields) throws Unreadable {
        if (!fields.enterObject()) {
            return;
        }
        while (fields.next()) {
            switch (fields.name()) {
                case "connect:Subtype":
                    record.setSubtype(SegmentValue.read(fields).orElse(null));
                    break;
                case "connect:RedactedFields":
                    customer.redact(SegmentValue.read(fields).orElse(""));
                    break;
                default:
            }
        }
    }

    private ContactRecord build() throws Unreadable {
        attributes.addTo(record, customer);
        customer.addTo(record);
        return record.setContactId(required("ContactId", contactId))
                .setLastUpdatedAt(required("LastUpdateTimestamp", lastUpdatedAt))
                .build();
    }

    private static <T> T required(String field, @Nullable T value) throws Unreadable {
        if (value == null) {
            throw Unreadable.missing(field);
        }
        return value;
    }
}
