package io.contactpulse.standins;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** An answer in SNS's XML; status {@link #LOST} stands for closing the connection without one. */
record PublishAnswer(int status, String body) {

    private static final int LOST = 0;
    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

    static PublishAnswer lost() {
        return new PublishAnswer(LOST, "");
    }

    static PublishAnswer error(int status, String code, String message) {
        String type = status < 500 ? "Sender" : "Receiver";
        String error = element("Type", type) + element("Code", code) + element("Message", message);
        return new PublishAnswer(
                status,
                "<ErrorResponse xmlns=\"" + NAMESPACE + "\">" + element("Error", error) + requestId()
                        + "</ErrorResponse>");
    }

    static PublishAnswer published(RecordedMessage message) {
        return answer("Publish", element("MessageId", message.id()));
    }

    static PublishAnswer batch(List<RecordedMessage> messages, TopicFault.Failing failing) {
        StringBuilder successful = new StringBuilder();
        StringBuilder failed = new StringBuilder();
        for (RecordedMessage message : messages) {
            if (failing.messages().test(message)) {
                failed.append(failedMember(message, failing));
            } else {
                successful.append(successfulMember(message));
            }
        }
        return answer("PublishBatch", element("Successful", successful) + element("Failed", failed));
    }

    void send(HttpExchange exchange) throws IOException {
        if (status == LOST) {
            return;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static PublishAnswer answer(String action, String result) {
        return new PublishAnswer(
                200,
                "<" + action + "Response xmlns=\"" + NAMESPACE + "\">" + element(action + "Result", result)
                        + element("ResponseMetadata", requestId()) + "</" + action + "Response>");
    }

    private static String successfulMember(RecordedMessage message) {
        String messageId = UUID.randomUUID().toString();
        return element("member", element("Id", message.id()) + element("MessageId", messageId));
    }

    private static String failedMember(RecordedMessage message, TopicFault.Failing failing) {
        String code = failing.senderFault() ? "InvalidParameter" : "InternalError";
        return element(
                "member",
                element("Id", message.id())
                        + element("Code", code)
                        + element("Message", "failed as scripted")
                        + element("SenderFault", Boolean.toString(failing.senderFault())));
    }

    private static String requestId() {
        return element("RequestId", UUID.randomUUID().toString());
    }

    private static String element(String name, CharSequence content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
