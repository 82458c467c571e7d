package io.contactpulse.launcher.replay;

import io.contactpulse.schema.RawRecord;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The records of a recording, stream by stream.
 *
 * @param records of all streams, in the order of a replay
 * @param names of the streams that were given
 */
record RecordedStreams(DataStream<RawRecord> records, Set<String> names) {

    /** Empty if no recording of it was given. */
    Optional<DataStream<RawRecord>> optional(String stream) {
        return names.contains(stream) ? Optional.of(required(stream)) : Optional.empty();
    }

    DataStream<RawRecord> required(String stream) {
        return records.filter(new OfStream(stream)).uid("only-" + stream).name("Only " + stream);
    }

    StreamExecutionEnvironment environment() {
        return records.getExecutionEnvironment();
    }
}
