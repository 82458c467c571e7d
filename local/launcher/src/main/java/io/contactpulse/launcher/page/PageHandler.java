package io.contactpulse.launcher.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.contactpulse.launcher.page.StaticFiles.StaticFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;

/** Answers browsers: the page's files, at {@code /events} the stream of changes. */
final class PageHandler implements HttpHandler {
    private static final String EVENTS = "/events";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private final StaticFiles files;
    private final Audience audience;
    private final CommandHandler commands;

    PageHandler(StaticFiles files, Audience audience, CommandHandler commands) {
        this.files = files;
        this.audience = audience;
        this.commands = commands;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Origin.setHeaders(exchange.getResponseHeaders());
            String path = exchange.getRequestURI().getPath();
            Optional<StaticFile> file = files.find(path);
            if (!Origin.isHere(exchange.getRequestHeaders())) {
                refuse(exchange, 421);
            } else if (path.equals(CommandHandler.PATH)) {
                commands.handle(exchange);
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
