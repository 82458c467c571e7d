package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.config.Settings;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.standins.DynamoDbStandIn;
import io.contactpulse.standins.StandInClients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** DynamoDB Local with tables as the schemas describe them. */
final class TestTables implements AutoCloseable {
    static final String PREFIX = "test-";

    private final DynamoDbStandIn server;
    private final DynamoDbClient client;

    private TestTables(DynamoDbStandIn server) {
        this.server = server;
        this.client = StandInClients.dynamoDb(server.endpoint());
    }

    static TestTables start() {
        // The sinks take their credentials from where every AWS program looks for them.
        System.setProperty("aws.accessKeyId", StandInClients.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", StandInClients.SECRET_ACCESS_KEY);
        return new TestTables(DynamoDbStandIn.start());
    }

    String endpoint() {
        return server.endpoint().toString();
    }

    DynamoDbSettings settings() {
        return DynamoDbSettings.from(
                Settings.of(Map.of("sink.tables", properties())).group("sink.tables"));
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("region", StandInClients.REGION.id());
        properties.setProperty("endpoint", endpoint());
        properties.setProperty("table-prefix", PREFIX);
        return properties;
    }

    /** The table, new and empty. */
    void create(Table<?> table) {
        String name = PREFIX + table.name();
        List<String> key = table.key();
        drop(name);
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(key.stream()
                        .map(field -> AttributeDefinition.builder()
                                .attributeName(field)
                                .attributeType(typeOf(table, field))
                                .build())
                        .collect(Collectors.toList()))
                .keySchema(key.stream()
                        .map(field -> KeySchemaElement.builder()
                                .attributeName(field)
                                .keyType(field.equals(key.get(0)) ? KeyType.HASH : KeyType.RANGE)
                                .build())
                        .collect(Collectors.toList())));
    }

    private void drop(String name) {
        if (client.listTables().tableNames().contains(name)) {
            client.deleteTable(request -> request.tableName(name));
        }
    }

    void drop(Table<?> table) {
        drop(PREFIX + table.name());
    }

    void createLedger(String name) {
        drop(name);
        client.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        definition -> definition.attributeName("messageId").attributeType(ScalarAttributeType.S))
                .keySchema(element -> element.attributeName("messageId").keyType(KeyType.HASH)));
    }

    private static ScalarAttributeType typeOf(Table<?> table, String field) {
        return switch (table.schema().getField(field).schema().getType()) {
            case INT -> ScalarAttributeType.N;
            default -> ScalarAttributeType.S;
        };
    }

    DynamoDbClient client() {
        return client;
    }

    static AttributeValue field(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).orElseThrow();
    }

    /** All items of the table, in no order. */
    List<Map<String, AttributeValue>> items(Table<?> table) {
        return items(PREFIX + table.name());
    }

    List<Map<String, AttributeValue>> items(String table) {
        return client.scanPaginator(request -> request.tableName(table).consistentRead(true)).items().stream()
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
