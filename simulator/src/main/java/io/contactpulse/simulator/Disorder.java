package io.contactpulse.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Delivers things as a stream does on a bad day: twice, and in the wrong order. Seeded, so a failure can be repeated. */
public final class Disorder {
    private static final double REPEATED = 0.3;

    private final long seed;

    private Disorder(long seed) {
        this.seed = seed;
    }

    public static Disorder of(long seed) {
        return new Disorder(seed);
    }

    /** Every item once, about three in ten a second time, right after the first. */
    public <T> Stream<T> doubled(Stream<T> items) {
        Dice dice = Dice.of(seed, "doubled", 0);
        return items.flatMap(item -> dice.chance(REPEATED) ? Stream.of(item, item) : Stream.of(item));
    }

    public <T> List<T> doubled(List<T> items) {
        return doubled(items.stream()).toList();
    }

    /** Each order equally likely. */
    public <T> List<T> shuffled(List<T> items) {
        Dice dice = Dice.of(seed, "shuffled", 0);
        List<T> shuffled = new ArrayList<>(items);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            int other = dice.between(0, last);
            T moved = shuffled.get(last);
            shuffled.set(last, shuffled.get(other));
            shuffled.set(other, moved);
        }
        return List.copyOf(shuffled);
    }

    /** For streams too long to hold: items are drawn from a window, so an item comes at most a window too early. */
    public <T> Stream<T> shuffled(Stream<T> items, int window) {
        Iterator<T> drawn = new DrawnFromWindow<>(items.iterator(), window, Dice.of(seed, "drawn", 0));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(drawn, Spliterator.ORDERED), false);
    }

    private static final class DrawnFromWindow<T> implements Iterator<T> {
        private final Iterator<T> source;
        private final int size;
        private final Dice dice;
        private final List<T> window = new ArrayList<>();

        private DrawnFromWindow(Iterator<T> source, int size, Dice dice) {
            this.source = source;
            this.size = size;
            this.dice = dice;
        }

        @Override
        public boolean hasNext() {
            while (window.size() < size && source.hasNext()) {
                window.add(source.next());
            }
            return !window.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int drawn = dice.between(0, window.size() - 1);
            T item = window.get(drawn);
            window.set(drawn, window.get(window.size() - 1));
            window.remove(window.size() - 1);
            return item;
        }
    }
}
