package io.contactpulse.agentstatesla.domain.desk;

import java.util.Optional;
import java.util.SortedMap;

/** Where the desk keeps records of one kind by their keys: a job's state, or a map in a test. */
public interface Shelf<T> {
    Optional<T> find(String key);

    void put(String key, T value);

    void remove(String key);

    /** A copy. */
    SortedMap<String, T> all();

    boolean isEmpty();
}
