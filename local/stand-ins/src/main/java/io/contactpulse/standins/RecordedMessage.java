package io.contactpulse.standins;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message that reached {@link RecordingTopic}. The id is the entry's own within a batch, else the one the topic
 * gave; the attributes are those with a string value.
 */
public record RecordedMessage(
        String topicArn,
        String id,
        Optional<String> subject,
        String message,
        Map<String, String> attributes,
        Instant receivedAt) {}
