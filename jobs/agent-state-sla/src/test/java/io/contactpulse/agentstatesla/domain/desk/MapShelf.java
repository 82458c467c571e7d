package io.contactpulse.agentstatesla.domain.desk;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A shelf that lasts as long as a test. */
final class MapShelf<T> implements Shelf<T> {
    private final SortedMap<String, T> map = new TreeMap<>();

    @Override
    public Optional<T> find(String key) {
        return Optional.ofNullable(map.get(key));
    }

    @Override
    public void put(String key, T value) {
        map.put(key, value);
    }

    @Override
    public void remove(String key) {
        map.remove(key);
    }

    @Override
    public SortedMap<String, T> all() {
        return new TreeMap<>(map);
    }

    @Override
    public boolean isEmpty() {
        return map.isEmpty();
    }

    @Override
    public String toString() {
        return map.keySet().toString();
    }
}
