package io.contactpulse.jobruntime.lake;

import io.contactpulse.schema.AgentInterval;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;

/** Lets rows through, but throws the first time that it sees one of them. Once for all jobs in this JVM, until armed again. */
final class FailOnce implements MapFunction<AgentInterval, AgentInterval> {
    private static final long serialVersionUID = 1L;
    private static final AtomicBoolean ARMED = new AtomicBoolean();

    private final long atVersion;

    private FailOnce(long atVersion) {
        this.atVersion = atVersion;
    }

    static FailOnce at(long version) {
        ARMED.set(true);
        return new FailOnce(version);
    }

    static FailOnce never() {
        ARMED.set(false);
        return new FailOnce(Long.MIN_VALUE);
    }

    static boolean hasFailed() {
        return !ARMED.get();
    }

    @Override
    public AgentInterval map(AgentInterval row) {
        if (row.getVersion() == atVersion && ARMED.compareAndSet(true, false)) {
            throw new IllegalStateException("failing on purpose at row " + atVersion);
        }
        return row;
    }
}
