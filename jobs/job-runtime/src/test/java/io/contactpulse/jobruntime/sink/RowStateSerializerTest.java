package io.contactpulse.jobruntime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.Notification;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.junit.jupiter.api.Test;

class RowStateSerializerTest {
    private static final Table<AgentInterval> TABLE = Table.of(AgentInterval.class);

    private final RowCodec<AgentInterval> codec = RowCodec.of(AgentInterval.class);
    private final RowStateSerializer<AgentInterval, RowWrite<AgentInterval>> serializer =
            new RowStateSerializer<>(codec, row -> RowWrite.of(TABLE, row));

    @Test
    void restoresRowsAndMakesTheirItemsAnew() throws IOException {
        // given
        RowWrite<AgentInterval> first = RowWrite.of(TABLE, TestRows.interval("a", 1));
        RowWrite<AgentInterval> second = RowWrite.of(TABLE, TestRows.interval("b", 2));

        // when
        List<RequestEntryWrapper<RowWrite<AgentInterval>>> restored =
                restored(serializer.serialize(stateOf(first, second)));

        // then
        assertThat(restored)
                .extracting(entry -> entry.getRequestEntry().row())
                .containsExactly(first.row(), second.row());
        assertThat(restored)
                .extracting(entry -> entry.getRequestEntry().item())
                .containsExactly(first.item(), second.item());
        assertThat(restored).extracting(RequestEntryWrapper::getSize).containsExactly(first.size(), second.size());
    }

    @Test
    void restoresMessages() throws IOException {
        // given
        RowStateSerializer<Notification, OutgoingMessage> messages =
                new RowStateSerializer<>(RowCodec.of(Notification.class), OutgoingMessage::of);
        Notification notification = TestMessages.message("m-1")
                .setAttributes(Map.of("level", "WARN"))
                .build();
        var state = new BufferedRequestState<>(List.of(new RequestEntryWrapper<>(OutgoingMessage.of(notification), 1)));

        // when
        var restored = messages.deserialize(1, messages.serialize(state)).getBufferedRequestEntries();

        // then
        assertThat(restored).extracting(entry -> entry.getRequestEntry().row()).containsExactly(notification);
    }

    @Test
    void readsRowsOfAnOlderSchema() throws IOException {
        // given
        Schema older = new Schema.Parser()
                .parse(codec.schema().toString().replace("\"name\":\"customStatus\"", "\"name\":\"formerField\""));
        AgentInterval row = TestRows.interval("a", 1);

        // when
        List<RequestEntryWrapper<RowWrite<AgentInterval>>> restored = restored(written(older, codec.binary(row)));

        // then
        assertThat(restored).extracting(entry -> entry.getRequestEntry().row()).containsExactly(row);
    }

    @Test
    void refusesStateOfAnUnknownVersion() {
        assertThatThrownBy(() -> serializer.deserialize(2, new byte[0]))
                .hasMessage(
                        "cannot read sink state of version 2; this program knows 1: start the program that wrote it");
    }

    private List<RequestEntryWrapper<RowWrite<AgentInterval>>> restored(byte[] state) throws IOException {
        return serializer.deserialize(serializer.getVersion(), state).getBufferedRequestEntries();
    }

    @SafeVarargs
    private static BufferedRequestState<RowWrite<AgentInterval>> stateOf(RowWrite<AgentInterval>... writes) {
        return new BufferedRequestState<>(List.of(writes).stream()
                .map(write -> new RequestEntryWrapper<>(write, write.size()))
                .toList());
    }

    private static byte[] written(Schema schema, byte[] row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] text = schema.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
        out.writeInt(1);
        out.writeInt(row.length);
        out.write(row);
        return bytes.toByteArray();
    }
}
