package io.contactpulse.launcher.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.contactpulse.launcher.page.StaticFiles.StaticFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers browsers: the page's files, and at {@code /events} the stream of changes. */
final class PageHandler implements HttpHandler {
    private static final String EVENTS = "/events";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final StaticFiles files;
    private final Audience audience;

    PageHandler(StaticFiles files, Audience audience) {
        this.files = files;
        this.audience = audience;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            setHeaders(exchange.getResponseHeaders());
            String path = exchange.getRequestURI().getPath();
            Optional<StaticFile> file = files.find(path);
            if (!isFromHere(exchange.getRequestHeaders().getFirst("Host"))) {
                refuse(exchange, 421);
            } else if (!METHODS.contains(exchange.getRequestMethod())) {
                refuse(exchange, 405);
            } else if (path.equals(EVENTS)) {
                stream(exchange);
            } else if (file.isPresent()) {
                send(exchange, file.get());
            } else {
                refuse(exchange, 404);
            }
        }
    }

    private static void setHeaders(Headers headers) {
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    /** A page of another site whose name was made to point at this machine must not read the floor. */
    private static boolean isFromHere(@Nullable String host) {
        return host != null && HOSTS.contains(host.replaceFirst(":\\d+$", ""));
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private static void send(HttpExchange exchange, StaticFile file) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", file.type());
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(file.content().length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, file.content().length);
        exchange.getResponseBody().write(file.content());
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        Watcher watcher = audience.join();
        try (OutputStream connection = exchange.getResponseBody()) {
            watcher.sendTo(connection);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            audience.leave(watcher);
        }
    }
}
