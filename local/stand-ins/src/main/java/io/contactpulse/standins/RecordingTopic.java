package io.contactpulse.standins;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * SNS in this JVM for tests: records what is published to any topic and fails as scripted. It delivers to nobody;
 * {@link NotificationStandIn} does.
 */
public final class RecordingTopic implements AutoCloseable {

    private final List<RecordedMessage> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final LoopbackServer server;
    private volatile TopicFault.Script script = (number, published) -> TopicFault.none();

    private RecordingTopic() {
        server = LoopbackServer.start("sns", this::handle);
    }

    public static RecordingTopic start() {
        return new RecordingTopic();
    }

    public URI endpoint() {
        return server.endpoint();
    }

    /** An ARN to publish to; every other is as good. */
    public String arn() {
        return "arn:aws:sns:" + StandInClients.REGION.id() + ":" + StandInClients.ACCOUNT_ID + ":recorded";
    }

    /** From now on requests go wrong as the script says; its numbers start at 1 with the next request. */
    public void script(TopicFault.Script faults) {
        requests.set(0);
        script = faults;
    }

    /** Everything accepted so far, in order of arrival; a message published twice is there twice. */
    public List<RecordedMessage> messages() {
        return List.copyOf(messages);
    }

    /** How many requests came since the start or the last {@link #script}, whatever became of them. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            PublishRequest request = PublishRequest.read(exchange.getRequestBody());
            PublishAnswer answer = request.refusal().orElseGet(() -> publish(request));
            answer.send(exchange);
        }
    }

    private synchronized PublishAnswer publish(PublishRequest request) {
        TopicFault fault = script.next(requests.incrementAndGet(), request.messages());
        if (fault instanceof TopicFault.Throttled) {
            return PublishAnswer.error(429, "Throttled", "rate exceeded, as scripted");
        }
        if (fault instanceof TopicFault.AnswerLost) {
            messages.addAll(request.messages());
            return PublishAnswer.lost();
        }
        if (fault instanceof TopicFault.Failing failing) {
            messages.addAll(request.without(failing.messages()));
            return request.answerWith(failing);
        }
        messages.addAll(request.messages());
        return request.answerWith(new TopicFault.Failing(nothing(), false));
    }

    private static Predicate<RecordedMessage> nothing() {
        return message -> false;
    }
}
