package io.contactpulse.jobruntime.sink;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;

/**
 * Stands in front of a buffering writer and decides about each element as it arrives, on the task's thread: it is handed
 * over in the form the writer wants, or it has been dealt with. So only what the target can take is ever buffered.
 */
final class CheckedWriter<I, O, S> implements StatefulSinkWriter<I, S> {
    private final Function<I, Optional<O>> admit;
    private final StatefulSinkWriter<O, S> admitted;

    CheckedWriter(Function<I, Optional<O>> admit, StatefulSinkWriter<O, S> admitted) {
        this.admit = admit;
        this.admitted = admitted;
    }

    @Override
    public void write(I element, SinkWriter.Context context) throws IOException, InterruptedException {
        Optional<O> entry = admit.apply(element);
        if (entry.isPresent()) {
            admitted.write(entry.get(), context);
        }
    }

    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        admitted.flush(endOfInput);
    }

    @Override
    public List<S> snapshotState(long checkpointId) throws IOException {
        return admitted.snapshotState(checkpointId);
    }

    @Override
    public void close() throws Exception {
        admitted.close();
    }
}
