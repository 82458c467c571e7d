package io.contactpulse.launcher.demo;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.DeadLetter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** What a run has left behind. */
record Summary(List<TableRows> tables, long deadLetters, AlertFigures alerts, Deliveries deliveries, Delays delays) {

    /** A demo that leaves one of these empty has shown nothing. */
    private static final Set<String> REQUIRED = Set.of(
            Table.of(AgentRow.class).name(),
            Table.of(AgentInterval.class).name(),
            Table.of(Alert.class).name());

    /** How many rows of one table are in DynamoDB, and how many versions of them in the lake. */
    record TableRows(String table, long stored, long lake) {}

    static Summary of(DynamoDbClient dynamoDb, LakeFiles files, Deliveries deliveries, Delays delays) {
        List<TableRows> tables = TableSetUp.TABLES.stream()
                .map(table -> new TableRows(
                        table.name(), items(dynamoDb, table).stream().count(), files.rows(table.name())))
                .toList();
        AlertFigures alerts =
                AlertFigures.of(rows(dynamoDb, Table.of(Alert.class)), rows(dynamoDb, Table.of(AlertEvent.class)));
        long deadLetters = files.rows(Table.of(DeadLetter.class).name());
        return new Summary(tables, deadLetters, alerts, deliveries, delays);
    }

    /** Required tables without a row. */
    List<String> empty() {
        return tables.stream()
                .filter(rows -> rows.stored() == 0 && REQUIRED.contains(rows.table()))
                .map(TableRows::table)
                .toList();
    }

    void print(Report report) {
        report.line("%n%-22s %10s %10s", "Rows", "DynamoDB", "lake");
        tables.forEach(rows -> report.line("  %-20s %,10d %,10d", rows.table(), rows.stored(), rows.lake()));
        report.line("  %-20s %10s %,10d", "dead-letters", "", deadLetters);
        report.line("");
        alerts.print(report);
        report.line(
                "SNS messages          %,d received by the subscriber, %,d of them repeated",
                deliveries.distinct() + deliveries.repeated(), deliveries.repeated());
        report.line("Breach to publish     %s", timing());
        empty().forEach(table -> report.line(
                "%nThe table %s has no row: the demo has not shown what it should; let it run for longer.", table));
    }

    private String timing() {
        String leftOut = String.format("%,d left out (due before the job had started or caught up)", delays.leftOut());
        if (delays.measured() == 0) {
            return "none measured; " + leftOut;
        }
        return String.format(
                "p50 %,d ms, p99 %,d ms; %,d measured, %s",
                delays.percentile(50), delays.percentile(99), delays.measured(), leftOut);
    }

    private static List<Map<String, AttributeValue>> rows(DynamoDbClient dynamoDb, Table<?> table) {
        return items(dynamoDb, table).stream().toList();
    }

    private static SdkIterable<Map<String, AttributeValue>> items(DynamoDbClient dynamoDb, Table<?> table) {
        ScanRequest request = ScanRequest.builder()
                .tableName(table.name())
                .consistentRead(true)
                .build();
        return dynamoDb.scanPaginator(request).items();
    }
}
