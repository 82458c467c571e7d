package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class DynamoDbStandInTest {

    private static final String TABLE = "agents";
    private static final Map<String, AttributeValue> KEY = Map.of("agentId", AttributeValue.fromS("agent-017"));

    private static DynamoDbStandIn standIn;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() {
        standIn = DynamoDbStandIn.start();
        client = StandInClients.dynamoDb(standIn.endpoint());
    }

    @AfterAll
    static void stop() {
        client.close();
        standIn.close();
    }

    @BeforeEach
    void emptyTable() {
        if (client.listTables().tableNames().contains(TABLE)) {
            client.deleteTable(request -> request.tableName(TABLE));
        }
        client.createTable(request -> request.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("agentId")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("agentId")
                        .keyType(KeyType.HASH)
                        .build()));
    }

    @Test
    void givesBackTheItemThatWasPut() {
        // given
        client.putItem(versionedPut(7));

        // when
        var item = client.getItem(request -> request.tableName(TABLE).key(KEY)).item();

        // then
        assertThat(item)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "agentId", AttributeValue.fromS("agent-017"),
                        "version", AttributeValue.fromN("7")));
    }

    @Test
    void refusesTheOlderVersionWhenThePutIsConditional() {
        // given
        client.putItem(versionedPut(7));

        // when, then
        assertThatThrownBy(() -> client.putItem(versionedPut(6))).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(client.getItem(request -> request.tableName(TABLE).key(KEY)).item())
                .containsEntry("version", AttributeValue.fromN("7"));
    }

    @Test
    void listensOnTheLoopbackInterface() {
        assertThat(standIn.endpoint().getHost()).isEqualTo("127.0.0.1");
        assertThat(standIn.endpoint()).satisfies(Listeners::onlyOnLoopback);
    }

    private static PutItemRequest versionedPut(long version) {
        AttributeValue number = AttributeValue.fromN(Long.toString(version));
        return PutItemRequest.builder()
                .tableName(TABLE)
                .item(Map.of("agentId", AttributeValue.fromS("agent-017"), "version", number))
                .conditionExpression("attribute_not_exists(agentId) OR version < :version")
                .expressionAttributeValues(Map.of(":version", number))
                .build();
    }
}
