package io.contactpulse.standins;

import java.net.URI;
import java.util.Map;

/** SNS and SQS behind one endpoint, with filter policies, FIFO and redrive, by fauxqs in a node process. */
public final class NotificationStandIn implements AutoCloseable {

    private final NodeChild child;

    private NotificationStandIn(NodeChild child) {
        this.child = child;
    }

    public static NotificationStandIn start() {
        NodeModules modules = NodeModules.locate();
        Map<String, String> environment =
                Map.of("FAUXQS_PORT", "0", "FAUXQS_DEFAULT_REGION", StandInClients.REGION.id());
        return new NotificationStandIn(NodeChild.start(
                modules, new NodeChild.Program("fauxqs", modules.file("fauxqs/dist/cli.js"), environment, "/health")));
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
