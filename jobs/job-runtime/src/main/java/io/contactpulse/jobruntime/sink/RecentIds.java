package io.contactpulse.jobruntime.sink;

import java.util.LinkedHashSet;

/** The ids of the newest messages of one writer, as many as a burst may hold; older ones are forgotten first. */
final class RecentIds {
    private final int most;
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    RecentIds(int most) {
        this.most = most;
    }

    /** Whether the id is new here. */
    boolean add(String id) {
        if (!ids.add(id)) {
            return false;
        }
        if (ids.size() > most) {
            ids.remove(ids.iterator().next());
        }
        return true;
    }
}
