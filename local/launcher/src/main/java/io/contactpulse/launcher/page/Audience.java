package io.contactpulse.launcher.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The browsers that watch. Each first gets everything, then only what changed. One that cannot keep up is let go; it
 * connects anew and starts over.
 */
final class Audience {
    private final Clock clock;
    private final List<Watcher> watchers = new ArrayList<>();
    private FloorSnapshot shown = FloorSnapshot.empty();
    private boolean over;

    Audience(Clock clock) {
        this.clock = clock;
    }

    synchronized Watcher join() {
        Watcher watcher = new Watcher();
        watcher.offer(message("snapshot", shown.complete(clock.instant())));
        if (over) {
            watcher.offer(Watcher.FAREWELL);
            return watcher;
        }
        watchers.add(watcher);
        return watcher;
    }

    synchronized void leave(Watcher watcher) {
        watchers.remove(watcher);
    }

    synchronized void show(FloorSnapshot snapshot) {
        shown.changesTo(snapshot, clock.instant()).ifPresent(changes -> tell(message("change", changes)));
        shown = snapshot;
    }

    synchronized FloorSnapshot shown() {
        return shown;
    }

    /** Tells every browser that nothing more will come, so that none mistakes the end for a failure. */
    synchronized void bidFarewell() {
        over = true;
        tell(Watcher.FAREWELL);
        watchers.clear();
    }

    private void tell(String message) {
        watchers.removeIf(watcher -> !watcher.offer(message));
    }

    private static String message(String event, ObjectNode data) {
        // Jackson writes no line break outside and escapes those inside of texts, so one data line is enough.
        return "event: " + event + "\ndata: " + data + "\n\n";
    }
}
