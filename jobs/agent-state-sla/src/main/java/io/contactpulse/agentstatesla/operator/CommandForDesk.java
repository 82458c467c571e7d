package io.contactpulse.agentstatesla.operator;

import io.contactpulse.schema.AlertCommand;
import io.contactpulse.schema.DeskEntry;
import org.apache.flink.api.common.functions.MapFunction;

/** Hands a command to the desk of its instance. In a replay it comes after all else that happened at the same time. */
public final class CommandForDesk implements MapFunction<AlertCommand, DeskEntry> {
    private static final long serialVersionUID = 1L;

    @Override
    public DeskEntry map(AlertCommand command) {
        return DeskEntry.newBuilder()
                .setInstanceId(command.getInstanceId())
                .setAt(command.getAt())
                .setOrder("4" + command.getCommandId())
                .setCommand(command)
                .build();
    }
}
