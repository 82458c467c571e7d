package io.contactpulse.standins;

import java.net.URI;
import java.util.Map;

/**
 * Kinesis with resharding and enhanced fan-out, by kinesis-local in a node process. It slows down with the records it
 * holds (about a thousand a second): for load and for faults see {@link InJvmKinesis}.
 */
public final class KinesisStandIn implements AutoCloseable {

    private final NodeChild child;

    private KinesisStandIn(NodeChild child) {
        this.child = child;
    }

    public static KinesisStandIn start() {
        NodeModules modules = NodeModules.locate();
        Map<String, String> environment = Map.of(
                "KINESIS_MOCK_PLAIN_PORT", "0",
                "KINESIS_MOCK_TLS_PORT", "0",
                "KINESIS_MOCK_CERT_PATH",
                        modules.file("kinesis-local/server.json").toString(),
                "LOG_LEVEL", "ERROR");
        return new KinesisStandIn(NodeChild.start(
                modules,
                new NodeChild.Program(
                        "kinesis-local", modules.file("kinesis-local/main.js"), environment, "/healthcheck")));
    }

    public URI endpoint() {
        return child.endpoint();
    }

    ProcessHandle process() {
        return child.handle();
    }

    @Override
    public void close() {
        child.close();
    }
}
