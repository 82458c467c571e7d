package io.contactpulse.standins;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's HTTP server on a free port of the loopback interface, with one thread per request under way. */
final class LoopbackServer implements AutoCloseable {

    static final String ADDRESS = "127.0.0.1";

    static {
        // Read once, when the JDK's server class loads; without it each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService executor;

    private LoopbackServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    static LoopbackServer start(String name, HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(ADDRESS, 0), 0);
            ExecutorService executor = daemonThreads(name);
            server.setExecutor(executor);
            server.createContext("/", handler);
            server.start();
            return new LoopbackServer(server, executor);
        } catch (IOException failure) {
            throw new StandInException("the " + name + " stand-in finds no free port on " + ADDRESS, failure);
        }
    }

    static URI at(int port) {
        return URI.create("http://" + ADDRESS + ":" + port);
    }

    URI endpoint() {
        return at(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private static ExecutorService daemonThreads(String name) {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name + "-stand-in-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
