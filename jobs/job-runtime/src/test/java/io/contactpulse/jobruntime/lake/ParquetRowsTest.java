package io.contactpulse.jobruntime.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentKind;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.AgentRowContact;
import io.contactpulse.schema.AgentState;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEntityType;
import io.contactpulse.schema.AlertLevel;
import io.contactpulse.schema.AlertStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {
    private static final Instant NINE_OCLOCK = Instant.parse("2026-03-01T09:00:00.042Z");

    @TempDir
    private Path folder;

    @Test
    void keepsTimesEnumsNullsAndArrays() throws IOException {
        // given
        List<Alert> alerts = List.of(
                anAlert().setEvidence(List.of("ACW since 09:00", "limit 120 s")).build(),
                anAlert()
                        .setAlertId("a-2")
                        .setWarnAt(NINE_OCLOCK)
                        .setTeam("Überlingen")
                        .setEvidence(List.of())
                        .build());

        // when
        Path file = write(Alert.class, alerts);

        // then
        assertThat(WrittenFiles.rows(file, Alert.class)).isEqualTo(alerts);
    }

    @Test
    void keepsRecordsWithinArrays() throws IOException {
        // given
        List<AgentRow> agents =
                List.of(anAgent(List.of(aContact("c-1", "VOICE"), aContact("c-2", null))), anAgent(List.of()));

        // when
        Path file = write(AgentRow.class, agents);

        // then
        assertThat(WrittenFiles.rows(file, AgentRow.class)).isEqualTo(agents);
    }

    @Test
    void writesWhatSqlEnginesExpect() throws IOException {
        // when
        Path file = write(Alert.class, List.of(anAlert().build()));

        // then
        ParquetMetadata footer = footer(file);
        assertThat(footer.getFileMetaData().getSchema().toString())
                .contains("required int64 stateStart (TIMESTAMP(MILLIS,true));")
                .contains("optional int64 warnAt (TIMESTAMP(MILLIS,true));")
                .contains("required binary level (ENUM);")
                .contains("required binary element (STRING);");
        assertThat(footer.getBlocks())
                .flatExtracting(BlockMetaData::getColumns)
                .allSatisfy(column -> assertThat(column.getCodec()).isEqualTo(CompressionCodecName.SNAPPY));
    }

    private <T extends SpecificRecord> Path write(Class<T> rowType, List<T> rows) throws IOException {
        Path file = folder.resolve("rows.parquet");
        try (FSDataOutputStream out = LocalFileSystem.getSharedInstance()
                .create(new org.apache.flink.core.fs.Path(file.toUri()), FileSystem.WriteMode.NO_OVERWRITE)) {
            BulkWriter<T> writer = ParquetRows.writerFactory(Table.of(rowType)).create(out);
            for (T row : rows) {
                writer.addElement(row);
            }
            writer.finish();
        }
        return file;
    }

    private static ParquetMetadata footer(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
            return reader.getFooter();
        }
    }

    private static Alert.Builder anAlert() {
        return Alert.newBuilder()
                .setAlertId("a-1")
                .setVersion(1)
                .setSeq(1)
                .setSource("agent-state-sla")
                .setRuleId("acw-too-long")
                .setRuleVersion("1")
                .setEntityType(AlertEntityType.AGENT)
                .setState(AgentState.ACW)
                .setStateStart(NINE_OCLOCK)
                .setLevel(AlertLevel.values()[0])
                .setStatus(AlertStatus.FIRING)
                .setEvidence(List.of());
    }

    private static AgentRow anAgent(List<AgentRowContact> contacts) {
        return AgentRow.newBuilder()
                .setAgentId("agent-017")
                .setAgentArn("arn:aws:connect:eu-central-1:000000000000:instance/i-1/agent/agent-017")
                .setInstanceId("i-1")
                .setAgentKind(AgentKind.HUMAN)
                .setVersion(NINE_OCLOCK.toEpochMilli())
                .setState(AgentState.ON_CONTACT)
                .setStateStart(NINE_OCLOCK)
                .setContacts(contacts)
                .setLastEventAt(NINE_OCLOCK)
                .build();
    }

    private static AgentRowContact aContact(String contactId, @Nullable String channel) {
        return AgentRowContact.newBuilder()
                .setContactId(contactId)
                .setChannel(channel)
                .setState(AgentState.ON_CONTACT)
                .setStateStart(NINE_OCLOCK)
                .build();
    }
}
