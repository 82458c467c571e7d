package io.contactpulse.launcher.replay;

import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One job as a replay sees it. */
interface ReplayJob {
    String name();

    /** The streams it reads, by name. */
    Map<String, ReplayStream> streams();

    /** What {@code --set} takes: every key with the form of its value. */
    Map<String, String> settings();

    /** Checks rules and settings, complains to {@code settings}, and keeps to itself what is right. */
    Prepared prepare(RuleSource rules, ReplaySettings settings);

    /**
     * Rules as they were asked for.
     *
     * @param option the option that named them, for complaints
     * @param location file or folder; without one the shipped rules are meant
     */
    record RuleSource(String option, Optional<Path> location) {}

    /** The job with its rules and settings. */
    interface Prepared {
        /** Attaches it to the streams that were given; {@code end} is when the replay ends. */
        void define(RecordedStreams streams, Instant end, Decoding decoding, TableFiles tables);
    }

    /** What decoders need to know. */
    record Decoding(WriterSchemas schemas, FutureCap futureCap) {}
}
