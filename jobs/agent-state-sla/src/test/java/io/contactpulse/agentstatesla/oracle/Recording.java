package io.contactpulse.agentstatesla.oracle;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Seeded events in order of time, made anew whenever they are read: a full-size recording does not fit into memory. */
interface Recording extends Serializable {
    Stream<Recorded> events();

    /** Both in order of time; at the same time the first goes first. */
    static Stream<Recorded> merged(Stream<Recorded> first, Stream<Recorded> second) {
        Iterator<Recorded> merged = new Merged(first.iterator(), second.iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(merged, Spliterator.ORDERED), false);
    }

    /** Holds the next record of each of the two. */
    final class Merged implements Iterator<Recorded> {
        private final Iterator<Recorded> first;
        private final Iterator<Recorded> second;
        private Optional<Recorded> nextOfFirst;
        private Optional<Recorded> nextOfSecond;

        private Merged(Iterator<Recorded> first, Iterator<Recorded> second) {
            this.first = first;
            this.second = second;
            this.nextOfFirst = advance(first);
            this.nextOfSecond = advance(second);
        }

        @Override
        public boolean hasNext() {
            return nextOfFirst.isPresent() || nextOfSecond.isPresent();
        }

        @Override
        public Recorded next() {
            Recorded next = Stream.of(nextOfFirst, nextOfSecond)
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing(Recorded::at))
                    .orElseThrow(NoSuchElementException::new);
            if (nextOfFirst.filter(record -> record == next).isPresent()) {
                nextOfFirst = advance(first);
            } else {
                nextOfSecond = advance(second);
            }
            return next;
        }

        private static Optional<Recorded> advance(Iterator<Recorded> source) {
            return source.hasNext() ? Optional.of(source.next()) : Optional.empty();
        }
    }
}
