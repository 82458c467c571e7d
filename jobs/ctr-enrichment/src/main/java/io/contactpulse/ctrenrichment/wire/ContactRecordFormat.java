package io.contactpulse.ctrenrichment.wire;

import io.contactpulse.ctrenrichment.domain.CustomerKeys;
import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.RecordFormat;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.ContactRecord;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The ctr stream: Amazon Connect's contact records. The customer leaves it as a pseudonym only. */
public final class ContactRecordFormat implements RecordFormat<ContactRecord> {
    private static final long serialVersionUID = 1L;

    private final RecordNames names;
    private final CustomerKeys customerKeys;

    public ContactRecordFormat(RecordNames names, CustomerKeys customerKeys) {
        this.names = names;
        this.customerKeys = customerKeys;
    }

    @Override
    public Class<ContactRecord> type() {
        return ContactRecord.class;
    }

    @Override
    public ContactRecord fromJson(RawRecord record, JsonFields fields) throws Unreadable {
        return ConnectContactRecord.read(fields, names, customerKeys);
    }

    @Override
    public List<Class<? extends SpecificRecord>> avroTypes() {
        return List.of();
    }

    @Override
    public ContactRecord fromAvro(RawRecord record, SpecificRecord value) throws Unreadable {
        throw new Unreadable(DeadLetterReason.WRONG_RECORD_TYPE, "contact records come as JSON only");
    }

    @Override
    public Instant timeOf(ContactRecord record) {
        return record.getLastUpdatedAt();
    }
}
