package io.contactpulse.agentstatesla.wire;

import io.contactpulse.jobruntime.decode.JsonFields;
import io.contactpulse.jobruntime.decode.RecordFormat;
import io.contactpulse.jobruntime.decode.Unreadable;
import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.AlertCommandType;
import io.contactpulse.schema.DeadLetterReason;
import io.contactpulse.schema.RawRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The alert-commands stream: what supervisors ask the alert desk to do, in JSON. */
public final class AlertCommandFormat implements RecordFormat<AlertCommand> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<AlertCommand> type() {
        return AlertCommand.class;
    }

    @Override
    public AlertCommand fromJson(RawRecord record, JsonFields fields) throws Unreadable {
        Fields read = new Fields();
        while (fields.next()) {
            read.field(fields);
        }
        return read.build(record);
    }

    @Override
    public List<Class<? extends SpecificRecord>> avroTypes() {
        return List.of();
    }

    @Override
    public AlertCommand fromAvro(RawRecord record, SpecificRecord value) throws Unreadable {
        throw new Unreadable(DeadLetterReason.WRONG_RECORD_TYPE, "a command is written in JSON");
    }

    @Override
    public Instant timeOf(AlertCommand command) {
        return command.getAt();
    }

    /** What has been read so far of one command. */
    private static final class Fields {
        private @Nullable String commandId;
        private @Nullable String instanceId;
        private @Nullable String alertId;
        private @Nullable AlertCommandType type;
        private @Nullable String by;
        private @Nullable String why;
        private @Nullable Instant at;
        private @Nullable Instant until;

        private void field(JsonFields fields) throws Unreadable {
            switch (fields.name()) {
                case "commandId":
                    commandId = fields.keyText();
                    break;
                case "instanceId":
                    instanceId = fields.keyText();
                    break;
                case "alertId":
                    alertId = fields.keyText();
                    break;
                case "type":
                    type = type(fields.keyText());
                    break;
                case "by":
                    by = fields.keyText();
                    break;
                case "why":
                    why = fields.text().orElse(null);
                    break;
                case "at":
                    at = fields.keyInstant();
                    break;
                case "until":
                    until = fields.instant().orElse(null);
                    break;
                default:
            }
        }

        private static AlertCommandType type(String text) throws Unreadable {
            switch (text.toLowerCase(Locale.ROOT)) {
                case "ack":
                    return AlertCommandType.ACK;
                case "unack":
                    return AlertCommandType.UNACK;
                case "mute":
                    return AlertCommandType.MUTE;
                default:
                    throw Unreadable.invalid("type", "ack, unack or mute");
            }
        }

        private AlertCommand build(RawRecord record) throws Unreadable {
            AlertCommand command = AlertCommand.newBuilder()
                    .setCommandId(required("commandId", commandId))
                    .setInstanceId(required("instanceId", instanceId))
                    .setAlertId(required("alertId", alertId))
                    .setType(required("type", type))
                    .setBy(required("by", by))
                    .setWhy(why)
                    .setAt(required("at", at))
                    .setUntil(type == AlertCommandType.MUTE ? until : null)
                    .setArrivedAt(record.getArrivedAt())
                    .build();
            if (type == AlertCommandType.MUTE) {
                checkUntil(command);
            }
            return command;
        }

        private static void checkUntil(AlertCommand mute) throws Unreadable {
            if (mute.getOptionalUntil().isEmpty()) {
                throw new Unreadable(
                        DeadLetterReason.MISSING_KEY_FIELD,
                        "to mute needs the field until, a time such as 2026-01-31T08:00:00.000Z");
            }
            if (!mute.getUntil().isAfter(mute.getAt())) {
                throw Unreadable.invalid("until", "later than at");
            }
        }

        private static <T> T required(String field, @Nullable T value) throws Unreadable {
            if (value == null) {
                throw Unreadable.missing(field);
            }
            return value;
        }
    }
}
