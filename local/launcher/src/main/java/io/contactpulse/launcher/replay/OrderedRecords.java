package io.contactpulse.launcher.replay;

import io.contactpulse.launcher.replay.ReplayJob.Decoding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * What a recording holds, in the order of a replay and ready to run a job over.
 *
 * @param streams the names of the streams that were given
 * @param first the oldest event time; like {@code newest} the epoch if no record can be read
 * @param end when a replay ends: the given clock, or else the newest event time
 */
record OrderedRecords(
        Path file,
        Set<String> streams,
        Decoding decoding,
        ReplaySummary.Records counts,
        Instant first,
        Instant newest,
        Instant end) {}
