package io.contactpulse.standins;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.UUID;

/** Answers the AWS JSON 1.1 protocol, in JSON or CBOR: finds the operation, turns a {@link ServiceFault} into a 400. */
final class AwsJsonHandler implements HttpHandler {

    private final Map<String, Operation> operations;

    AwsJsonHandler(Map<String, Operation> operations) {
        this.operations = operations;
    }

    @FunctionalInterface
    interface Operation {

        /** Answers the request, or throws a {@link ServiceFault}. */
        ObjectNode answer(Request request);
    }

    /** What came in; the format is needed to read and write times. */
    record Request(String operation, WireFormat format, ObjectNode body) {

        String text(String field) {
            return body.path(field).asText();
        }

        byte[] bytes(String field) {
            try {
                return body.path(field).binaryValue();
            } catch (IOException notBase64) {
                throw new UncheckedIOException(notBase64);
            }
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getRequestHeaders();
            WireFormat format = WireFormat.ofContentType(header(headers, "Content-Type"));
            String target = header(headers, "X-Amz-Target");
            String operation = target.substring(target.indexOf('.') + 1);
            Request request = new Request(operation, format, format.read(exchange.getRequestBody()));
            answer(exchange, request);
        }
    }

    private void answer(HttpExchange exchange, Request request) throws IOException {
        try {
            ObjectNode answer = operation(request.operation()).answer(request);
            send(exchange, HttpURLConnection.HTTP_OK, request.format(), answer);
        } catch (ServiceFault fault) {
            sendError(exchange, HttpURLConnection.HTTP_BAD_REQUEST, request.format(), fault);
        } catch (RuntimeException unforeseen) {
            // Without an answer the caller would see only a closed connection.
            ServiceFault fault = new ServiceFault("InternalFailure", unforeseen.toString());
            sendError(exchange, HttpURLConnection.HTTP_INTERNAL_ERROR, request.format(), fault);
        }
    }

    private static void sendError(HttpExchange exchange, int status, WireFormat format, ServiceFault fault)
            throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", fault.code());
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("__type", fault.code())
                .put("message", fault.getMessage());
        send(exchange, status, format, body);
    }

    private Operation operation(String name) {
        Operation operation = operations.get(name);
        if (operation == null) {
            throw new ServiceFault("UnknownOperationException", "this stand-in does not answer " + name);
        }
        return operation;
    }

    private static void send(HttpExchange exchange, int status, WireFormat format, ObjectNode body) throws IOException {
        byte[] bytes = format.write(body);
        exchange.getResponseHeaders().set("Content-Type", format.contentType());
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String header(Headers headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }
}
