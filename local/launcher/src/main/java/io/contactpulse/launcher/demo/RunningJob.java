package io.contactpulse.launcher.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;

/** One job in the cluster: whether it has failed, and how to end it. */
final class RunningJob {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

    private final MiniCluster cluster;
    private final JobID id;
    private final String name;
    private final CompletableFuture<JobResult> result;

    private RunningJob(MiniCluster cluster, JobID id, String name) {
        this.cluster = cluster;
        this.id = id;
        this.name = name;
        this.result = cluster.requestJobResult(id);
    }

    static RunningJob submit(MiniCluster cluster, JobGraph graph, String name) throws Exception {
        cluster.submitJob(graph).get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        return new RunningJob(cluster, graph.getJobID(), name);
    }

    void awaitRunning() throws Exception {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (cluster.getJobStatus(id).get() != JobStatus.RUNNING) {
            throwIfFailed();
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(name + " was not running after " + START_LIMIT.toSeconds() + " s");
            }
            Thread.sleep(50);
        }
    }

    /** Runs the action as soon as the job has ended for whatever reason. */
    void whenOver(Runnable action) {
        result.whenComplete((ignored, failure) -> action.run());
    }

    void throwIfFailed() throws DemoFailure {
        if (!result.isDone()) {
            return;
        }
        try {
            JobResult over = result.join();
            if (over.getSerializedThrowable().isPresent()) {
                throw failed(over.getSerializedThrowable().get());
            }
        } catch (CompletionException failure) {
            throw failed(failure);
        }
    }

    /**
     * Lets the job write out all that it has gathered and end. Returns false if it did not do so in time and was
     * cancelled; what it had not yet committed is then missing.
     */
    boolean drain(Path savepoints, Duration limit) throws Exception {
        try {
            cluster.stopWithSavepoint(id, savepoints.toUri().toString(), true, SavepointFormatType.CANONICAL)
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException failure) {
            throwIfFailed();
            cluster.cancelJob(id).get(CANCEL_LIMIT.toSeconds(), TimeUnit.SECONDS);
            return false;
        }
    }

    private DemoFailure failed(Throwable failure) {
        return new DemoFailure("The job " + name + " has failed: " + DemoFailure.rootCause(failure), failure);
    }
}
