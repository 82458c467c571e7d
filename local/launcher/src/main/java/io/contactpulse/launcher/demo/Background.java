package io.contactpulse.launcher.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Work that goes on beside the demo until it is stopped. */
final class Background implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Thread thread;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean stopping;

    /** Work that ends quietly when its thread is interrupted. */
    interface Work {
        void run() throws Exception;
    }

    private Background(String name, Work work, Runnable onFailure) {
        thread = new Thread(() -> run(work, onFailure), name);
        thread.setDaemon(true);
    }

    static Background start(String name, Work work, Runnable onFailure) {
        Background background = new Background(name, work, onFailure);
        background.thread.start();
        return background;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(STOP_LIMIT.toMillis());
    }

    private void run(Work work, Runnable onFailure) {
        try {
            work.run();
        } catch (Exception problem) {
            if (!stopping) {
                failure.set(problem);
                onFailure.run();
            }
        }
    }
}
