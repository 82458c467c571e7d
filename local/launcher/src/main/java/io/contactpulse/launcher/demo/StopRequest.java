package io.contactpulse.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * When to stop. The first Ctrl-C asks for a clean stop, which ends with exit code 0; a JVM shutdown hook could not do
 * that. The second ends the process at once.
 */
final class StopRequest {
    private static final int ENDED_BY_SIGNAL = 128;

    private final CountDownLatch requested = new CountDownLatch(1);
    private volatile boolean bySignal;

    /** The children of a process that ends at once see their input close and end too. */
    void listenToSignals() {
        for (String name : List.of("INT", "TERM", "HUP")) {
            try {
                Signal.handle(new Signal(name), this::received);
            } catch (IllegalArgumentException unsupported) {
                // This platform or a JVM flag keeps the signal for itself; --for still works.
                continue;
            }
        }
    }

    void request() {
        requested.countDown();
    }

    boolean cameBySignal() {
        return bySignal;
    }

    /** Waits for a request, at most that long if a length is given. */
    void await(Optional<Duration> length) throws InterruptedException {
        if (length.isPresent()) {
            requested.await(length.get().toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        requested.await();
    }

    private synchronized void received(Signal signal) {
        if (bySignal) {
            Runtime.getRuntime().halt(ENDED_BY_SIGNAL + signal.getNumber());
        }
        bySignal = true;
        request();
    }
}
