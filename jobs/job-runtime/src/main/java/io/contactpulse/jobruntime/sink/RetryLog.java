package io.contactpulse.jobruntime.sink;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says now and then that a target is in trouble; each retry would flood the log just when someone has to read it. */
final class RetryLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(RetryLog.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final String target;
    private long quietUntil = System.nanoTime();

    RetryLog(String target) {
        this.target = target;
    }

    void retrying(String reason) {
        long now = System.nanoTime();
        if (now - quietUntil >= 0) {
            quietUntil = now + PAUSE_NANOS;
            LOGGER.warn("failed for now, sending again target={} reason={}", target, reason);
        }
    }
}
