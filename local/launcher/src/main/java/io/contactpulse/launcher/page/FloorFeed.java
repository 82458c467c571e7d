package io.contactpulse.launcher.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the tables about twice a second and shows what it finds. */
public final class FloorFeed implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(FloorFeed.class);
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final FloorTables tables;
    private final Supplier<ObjectNode> figures;
    private final PageServer page;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread created = new Thread(work, "floor-feed");
        created.setDaemon(true);
        return created;
    });

    private FloorFeed(FloorTables tables, Supplier<ObjectNode> figures, PageServer page) {
        this.tables = tables;
        this.figures = figures;
        this.page = page;
    }

    public static FloorFeed start(FloorTables tables, Supplier<ObjectNode> figures, PageServer page) {
        FloorFeed feed = new FloorFeed(tables, figures, page);
        feed.thread.scheduleWithFixedDelay(feed::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return feed;
    }

    /** Looks a last time, so that the page ends with what the tables hold. */
    @Override
    public void close() {
        thread.execute(this::look);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interruption) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            page.show(tables.read(figures.get()));
        } catch (RuntimeException failure) {
            // A schedule ends with its first exception, and one failed look must not stop the page.
            LOGGER.warn("the floor could not be read: {}", failure.toString());
        }
    }
}
