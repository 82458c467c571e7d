package io.contactpulse.jobruntime.source;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where reading begins when the application starts without a savepoint. */
final class StartPosition {
    static final StartPosition TRIM_HORIZON = new StartPosition("TRIM_HORIZON", null);
    static final StartPosition LATEST = new StartPosition("LATEST", null);

    private final String name;
    private final @Nullable Instant time;

    private StartPosition(String name, @Nullable Instant time) {
        this.name = name;
        this.time = time;
    }

    static Optional<StartPosition> parse(String text) {
        if (text.equals("trim-horizon")) {
            return Optional.of(TRIM_HORIZON);
        }
        if (text.equals("latest")) {
            return Optional.of(LATEST);
        }
        return IsoTime.parse(text).map(time -> new StartPosition("AT_TIMESTAMP", time));
    }

    /** As Kinesis calls it. */
    String name() {
        return name;
    }

    Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StartPosition
                && name.equals(((StartPosition) other).name)
                && Objects.equals(time, ((StartPosition) other).time);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, time);
    }

    @Override
    public String toString() {
        return time == null ? name : name + " " + time;
    }
}
