package io.contactpulse.launcher.replay;

import io.contactpulse.jobruntime.decode.WriterSchemas;
import io.contactpulse.jobruntime.source.FutureCap;
import io.contactpulse.schema.RawRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;

/** One job as a replay sees it. */
interface ReplayJob {
    String name();

    /** The streams it reads: how their records are ordered. */
    Map<String, PositionFormat<?>> streams();

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
        /** Attaches it to the records of all its streams; {@code end} is when the replay ends. */
        void define(DataStream<RawRecord> records, Instant end, Decoding decoding, TableFiles tables);
    }

    /** What decoders need to know. */
    record Decoding(WriterSchemas schemas, FutureCap futureCap) {}
}
