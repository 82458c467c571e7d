package io.contactpulse.launcher.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Takes commands at {@code POST /commands}, from this very page only: no other site's page may press a button here. */
final class CommandHandler {
    static final String PATH = "/commands";

    private static final int LONGEST_BODY = 4096;
    private static final int ACCEPTED = 202;

    private final CommandDesk desk;

    CommandHandler(CommandDesk desk) {
        this.desk = desk;
    }

    /** The request comes from this machine and goes to the path of commands; headers that every answer has are set. */
    void handle(HttpExchange exchange) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        int status = ACCEPTED;
        try {
            answer.put("commandId", desk.accept(request(exchange)));
        } catch (RefusedCommand refusal) {
            status = refusal.status();
            answer.put("error", refusal.getMessage());
        }
        send(exchange, status, answer);
    }

    private static CommandRequest request(HttpExchange exchange) throws RefusedCommand, IOException {
        Headers headers = exchange.getRequestHeaders();
        require(exchange.getRequestMethod().equals("POST"), 405, "commands are sent with POST");
        require(Origin.isOfThisPage(headers), 403, "only the page itself may send commands");
        require(isJson(headers), 415, "commands are sent as application/json");
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        require(body.length <= LONGEST_BODY, 413, "a command has at most " + LONGEST_BODY + " bytes");
        return CommandRequest.of(body);
    }

    private static boolean isJson(Headers headers) {
        String type = headers.getFirst("Content-Type");
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    private static void require(boolean holds, int status, String message) throws RefusedCommand {
        if (!holds) {
            throw new RefusedCommand(status, message);
        }
    }

    private static void send(HttpExchange exchange, int status, ObjectNode answer) throws IOException {
        byte[] json = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, json.length);
        exchange.getResponseBody().write(json);
    }
}
