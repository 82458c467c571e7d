package io.contactpulse.launcher.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One browser's connection. Messages wait in a short queue, so that a slow browser never delays another. */
final class Watcher {
    /** The last message of every connection that ends as planned. */
    static final String FAREWELL = "event: end\ndata: {}\n\n";

    /** Shorter than the time after which the page takes the connection for lost. */
    private static final long SIGN_OF_LIFE_SECONDS = 2;

    private static final int LONGEST_QUEUE = 32;
    private static final String SIGN_OF_LIFE = "event: alive\ndata: {}\n\n";

    private final BlockingQueue<String> messages = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private volatile boolean tooSlow;

    /** Returns false if this browser is too slow; its connection then ends. */
    boolean offer(String message) {
        boolean accepted = messages.offer(message);
        tooSlow = !accepted;
        return accepted;
    }

    /** Sends until the farewell, or until the browser is gone, which shows as an exception. */
    void sendTo(OutputStream connection) throws IOException, InterruptedException {
        String message = "";
        while (!tooSlow && !FAREWELL.equals(message)) {
            message = messages.poll(SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
            connection.write((message == null ? SIGN_OF_LIFE : message).getBytes(StandardCharsets.UTF_8));
            connection.flush();
        }
    }
}
