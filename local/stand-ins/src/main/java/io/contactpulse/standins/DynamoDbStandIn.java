package io.contactpulse.standins;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * DynamoDB Local in this JVM, in memory, one database for all credentials and regions. Its handler runs in a server
 * of our own because the supplied one listens on every interface and reports its start to AWS.
 */
public final class DynamoDbStandIn implements AutoCloseable {

    private final LocalDynamoDBRequestHandler database;
    private final Server server;
    private final URI endpoint;

    private DynamoDbStandIn(LocalDynamoDBRequestHandler database, Server server, URI endpoint) {
        this.database = database;
        this.server = server;
        this.endpoint = endpoint;
    }

    public static DynamoDbStandIn start() {
        LocalDynamoDBRequestHandler database = inMemoryDatabase();
        Server server = new Server(new InetSocketAddress(LoopbackServer.ADDRESS, 0));
        server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(database, null), "/"));
        try {
            server.start();
        } catch (Exception failure) {
            throw new StandInException("DynamoDB Local does not start: " + failure.getMessage(), failure);
        }
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return new DynamoDbStandIn(database, server, LoopbackServer.at(port));
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new StandInException("DynamoDB Local does not stop: " + failure.getMessage(), failure);
        }
        database.shutdown();
    }

    private static LocalDynamoDBRequestHandler inMemoryDatabase() {
        int unusedVersion = 0;
        boolean inMemory = true;
        boolean sharedByAllCredentials = true;
        boolean slowTableCreation = false;
        return new LocalDynamoDBRequestHandler(
                unusedVersion, inMemory, null, sharedByAllCredentials, slowTableCreation);
    }
}
