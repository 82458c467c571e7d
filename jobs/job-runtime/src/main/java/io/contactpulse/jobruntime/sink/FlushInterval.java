package io.contactpulse.jobruntime.sink;

import io.contactpulse.jobruntime.config.SettingsGroup;
import java.time.Duration;
import java.util.Optional;

/** Reads how long a sink may gather before it sends: bounded, because what waits there is late everywhere else. */
final class FlushInterval {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private FlushInterval() {}

    static Duration read(SettingsGroup group, Duration fallback, Duration longest) {
        return group.parsed(
                "flush-interval",
                fallback,
                "a duration from " + SHORTEST + " to " + longest,
                text -> Optional.of(Duration.parse(text))
                        .filter(value -> value.compareTo(SHORTEST) >= 0 && value.compareTo(longest) <= 0));
    }
}
