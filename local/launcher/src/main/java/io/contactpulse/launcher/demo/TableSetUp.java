package io.contactpulse.launcher.demo;

import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import io.contactpulse.schema.AgentOccupancy;
import io.contactpulse.schema.AgentRow;
import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertEvent;
import io.contactpulse.schema.QueueStatus;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates the DynamoDB tables that the job writes, with the keys that the rows' schemas name. */
public final class TableSetUp {
    /** What the job keeps in DynamoDB. */
    static final List<Table<?>> TABLES = List.of(
            Table.of(AgentRow.class),
            Table.of(AgentInterval.class),
            Table.of(AgentOccupancy.class),
            Table.of(QueueStatus.class),
            Table.of(Alert.class),
            Table.of(AlertEvent.class));

    /** Remembers which messages have been published. */
    static final String LEDGER = "published-messages";

    private static final String LEDGER_KEY = "messageId";

    private final DynamoDbClient client;

    public TableSetUp(DynamoDbClient client) {
        this.client = client;
    }

    /** Returns the names of the tables it created. */
    public List<String> createAll() {
        List<String> names = new ArrayList<>();
        for (Table<?> table : TABLES) {
            create(
                    table.name(),
                    table.key().stream().map(field -> attribute(table, field)).toList());
            names.add(table.name());
        }
        create(LEDGER, List.of(definition(LEDGER_KEY, ScalarAttributeType.S)));
        names.add(LEDGER);
        return names;
    }

    private void create(String name, List<AttributeDefinition> key) {
        List<KeySchemaElement> schema = new ArrayList<>();
        for (AttributeDefinition attribute : key) {
            schema.add(KeySchemaElement.builder()
                    .attributeName(attribute.attributeName())
                    .keyType(schema.isEmpty() ? KeyType.HASH : KeyType.RANGE)
                    .build());
        }
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(key)
                .keySchema(schema));
    }

    private static AttributeDefinition attribute(Table<?> table, String field) {
        Schema schema = table.schema().getField(field).schema();
        boolean isNumber = schema.getLogicalType() == null
                && (schema.getType() == Schema.Type.INT || schema.getType() == Schema.Type.LONG);
        return definition(field, isNumber ? ScalarAttributeType.N : ScalarAttributeType.S);
    }

    private static AttributeDefinition definition(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
