package io.contactpulse.jobruntime.sink;

import static io.contactpulse.testkit.Moments.NINE_OCLOCK;

import io.contactpulse.schema.Notification;
import java.util.Map;

/** Messages with harmless content. */
final class TestMessages {
    private TestMessages() {}

    static Notification.Builder message(String messageId) {
        return Notification.newBuilder()
                .setMessageId(messageId)
                .setAt(NINE_OCLOCK)
                .setSubject("Subject of " + messageId)
                .setBody("{\"id\":\"" + messageId + "\"}")
                .setAttributes(Map.of());
    }
}
