package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.desk.Shelf;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;

/** A shelf of the desk in Flink's state, under the current key. */
final class StateShelf<T> implements Shelf<T> {
    private final MapState<String, T> state;

    StateShelf(MapState<String, T> state) {
        this.state = state;
    }

    @Override
    public Optional<T> find(String key) {
        return accessed(() -> Optional.ofNullable(state.get(key)));
    }

    @Override
    public void put(String key, T value) {
        accessed(() -> {
            state.put(key, value);
            return key;
        });
    }

    @Override
    public void remove(String key) {
        accessed(() -> {
            state.remove(key);
            return key;
        });
    }

    @Override
    public SortedMap<String, T> all() {
        return accessed(() -> {
            SortedMap<String, T> all = new TreeMap<>();
            for (Map.Entry<String, T> entry : state.entries()) {
                all.put(entry.getKey(), entry.getValue());
            }
            return all;
        });
    }

    @Override
    public boolean isEmpty() {
        return accessed(state::isEmpty);
    }

    /** The domain cannot do anything about state that fails; neither can we. */
    private static <R> R accessed(Access<R> access) {
        try {
            return access.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new FlinkRuntimeException("the desk's state cannot be accessed", e);
        }
    }

    private interface Access<R> {
        R run() throws Exception;
    }
}
