package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.recording.Recording;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What to replay, checked.
 *
 * @param now the replay's clock; when it is not given, the newest event time is taken
 */
record ReplayRequest(ReplayJob job, ReplayJob.Prepared prepared, List<Input> inputs, Path out, Optional<Instant> now) {

    /** A recording of one stream. */
    record Input(String stream, Recording recording) {}
}
