package io.contactpulse.standins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Finds out from the outside which of this machine's addresses a server listens on. */
final class Listeners {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private Listeners() {}

    static void onlyOnLoopback(URI endpoint) throws IOException {
        List<InetAddress> reachable = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> accepts(address, endpoint.getPort()))
                .toList();
        assertThat(reachable).containsExactly(InetAddress.getByName("127.0.0.1"));
    }

    private static boolean accepts(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) LIMIT.toMillis());
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
