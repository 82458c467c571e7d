package io.contactpulse.launcher.replay.recording;

import java.io.IOException;

/** Takes records as they are found in a recording, one after the other. */
@FunctionalInterface
public interface RecordConsumer {
    void accept(RecordedPayload record) throws IOException;
}
