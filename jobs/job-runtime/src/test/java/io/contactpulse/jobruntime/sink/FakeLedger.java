package io.contactpulse.jobruntime.sink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A ledger in memory that notes what it is asked, or fails at everything. */
final class FakeLedger implements PublishLedger {
    private final Set<String> recorded = new HashSet<>();
    private final List<Set<String>> lookUps = new ArrayList<>();
    private boolean failing;

    void failFromNowOn() {
        failing = true;
    }

    List<Set<String>> lookUps() {
        return lookUps;
    }

    Set<String> recorded() {
        return recorded;
    }

    @Override
    public CompletableFuture<Set<String>> published(Set<String> messageIds) {
        lookUps.add(messageIds);
        Set<String> found = new HashSet<>(recorded);
        found.retainAll(messageIds);
        return failing ? failure() : CompletableFuture.completedFuture(found);
    }

    @Override
    public CompletableFuture<Void> record(Set<String> messageIds) {
        recorded.addAll(messageIds);
        return failing ? failure() : CompletableFuture.completedFuture(null);
    }

    private static <R> CompletableFuture<R> failure() {
        return CompletableFuture.failedFuture(new IllegalStateException("scripted"));
    }

    @Override
    public void close() {}
}
