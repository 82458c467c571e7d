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
    private final CommandDesk desk;

    private PageServer(HttpServer server, ExecutorService connections, Audience audience, CommandDesk desk) {
        this.server = server;
        this.connections = connections;
        this.audience = audience;
        this.desk = desk;
    }

    /** Until something is shown, browsers see an empty floor. Port 0 takes any free one. */
    public static PageServer start(int port) throws PortUnavailableException {
        HttpServer server = listen(port);
        ExecutorService connections = Executors.newCachedThreadPool(PageServer::daemon);
        Audience audience = new Audience(Clock.systemUTC());
        CommandDesk desk = new CommandDesk(() -> audience.shown().alerts(), Clock.systemUTC());
        server.setExecutor(connections);
        server.createContext("/", new PageHandler(StaticFiles.load(), audience, new CommandHandler(desk)));
        server.start();
        return new PageServer(server, connections, audience, desk);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Pushes what is new to every browser. */
    public void show(FloorSnapshot snapshot) {
        audience.show(snapshot);
    }

    /** From now on commands from the page go there; before, they are refused. */
    public void passCommandsTo(CommandOutlet outlet) {
        desk.open(outlet);
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
