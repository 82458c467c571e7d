package io.contactpulse.launcher.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the page and pushes the floor to it, on this machine only. */
public final class PageServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService connections;
    private final Audience audience;

    private PageServer(HttpServer server, ExecutorService connections, Audience audience) {
        this.server = server;
        this.connections = connections;
        this.audience = audience;
    }

    /** Until something is shown, browsers see an empty floor. Port 0 takes any free one. */
    public static PageServer start(int port) throws PortUnavailableException {
        HttpServer server = listen(port);
        ExecutorService connections = Executors.newCachedThreadPool(PageServer::daemon);
        Audience audience = new Audience(Clock.systemUTC());
        server.setExecutor(connections);
        server.createContext("/", new PageHandler(StaticFiles.load(), audience));
        server.start();
        return new PageServer(server, connections, audience);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Pushes what is new to every browser. */
    public void show(FloorSnapshot snapshot) {
        audience.show(snapshot);
    }

    /** Browsers learn that this is the end, then the port is free again. */
    @Override
    public void close() {
        audience.bidFarewell();
        server.stop(1);
        connections.shutdownNow();
    }

    private static HttpServer listen(int port) throws PortUnavailableException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        } catch (IOException failure) {
            throw new PortUnavailableException(port, failure);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "page");
        thread.setDaemon(true);
        return thread;
    }
}
