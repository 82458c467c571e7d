package io.contactpulse.simulator;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Merges sorted sources into one sorted stream; holds one item per source in memory. Each item costs log(sources). */
final class MergedByTime<T> implements Iterator<T> {
    private final PriorityQueue<Source<T>> sources;

    private record Source<T>(T head, Iterator<T> rest) {}

    private MergedByTime(Collection<? extends Iterator<T>> sorted, Comparator<T> order) {
        this.sources = new PriorityQueue<>(Comparator.comparing(Source::head, order));
        sorted.forEach(this::takeUp);
    }

    static <T> Stream<T> stream(Collection<? extends Iterator<T>> sorted, Comparator<T> order) {
        int properties = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new MergedByTime<>(sorted, order), properties), false);
    }

    @Override
    public boolean hasNext() {
        return !sources.isEmpty();
    }

    @Override
    public T next() {
        Source<T> first = sources.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        takeUp(first.rest());
        return first.head();
    }

    private void takeUp(Iterator<T> source) {
        if (source.hasNext()) {
            sources.add(new Source<>(source.next(), source));
        }
    }
}
