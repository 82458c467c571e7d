package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.RecordFormat;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AgentEvent;
import io.contactpulse.schema.AgentStateChange;
import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The agent-events stream: Amazon Connect's agent events in JSON, and AI agents' state changes in Avro. */
public final class AgentEventFormat implements RecordFormat<AgentEvent> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<AgentEvent> type() {
        return AgentEvent.class;
    }

    @Override
    public AgentEvent fromJson(RawRecord record, JsonFields fields) throws Unreadable {
        return ConnectAgentEvent.read(record, fields);
    }

    @Override
    public List<Class<? extends SpecificRecord>> avroTypes() {
        return List.of(AgentStateChange.class);
    }

    @Override
    public AgentEvent fromAvro(RawRecord record, SpecificRecord value) throws Unreadable {
        return AiAgentEvent.of(record, (AgentStateChange) value);
    }

    @Override
    public Instant timeOf(AgentEvent event) {
        return event.getAt();
    }
}
