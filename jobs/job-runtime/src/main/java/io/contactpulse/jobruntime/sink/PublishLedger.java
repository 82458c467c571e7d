package io.contactpulse.jobruntime.sink;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Remembers across restarts which messages have been published. Answers may fail; they never block. */
interface PublishLedger extends AutoCloseable {
    /** Those of the ids that have been recorded. */
    CompletableFuture<Set<String>> published(Set<String> messageIds);

    CompletableFuture<Void> record(Set<String> messageIds);

    @Override
    void close();
}
