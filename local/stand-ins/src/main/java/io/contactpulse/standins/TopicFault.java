package io.contactpulse.standins;

import java.util.List;
import java.util.function.Predicate;

/** What {@link RecordingTopic} does wrong with one request. */
public sealed interface TopicFault {

    /** Decides for each request, with its number from 1 up (a retry is a request of its own) and its messages. */
    @FunctionalInterface
    interface Script {
        TopicFault next(int number, List<RecordedMessage> messages);
    }

    /** Nothing: record all, answer. */
    static TopicFault none() {
        return new None();
    }

    /** Record nothing, answer 429. */
    static TopicFault throttled() {
        return new Throttled();
    }

    /** Record all, close the connection without an answer: the caller cannot know. */
    static TopicFault answerLost() {
        return new AnswerLost();
    }

    /** Fail these messages as the sender's fault, which no retry mends; record the others. */
    static TopicFault senderFault(Predicate<RecordedMessage> failing) {
        return new Failing(failing, true);
    }

    /** Fail these messages as the service's fault, which a retry may mend; record the others. */
    static TopicFault serviceFault(Predicate<RecordedMessage> failing) {
        return new Failing(failing, false);
    }

    record None() implements TopicFault {}

    record Throttled() implements TopicFault {}

    record AnswerLost() implements TopicFault {}

    record Failing(Predicate<RecordedMessage> messages, boolean senderFault) implements TopicFault {}
}
