package io.contactpulse.simulator;

import java.util.List;
import java.util.UUID;

/**
 * Seeded random numbers (SplitMix64). Written here, because the numbers of the JDK's generators may differ between JDKs
 * and a recording must not.
 */
final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_2 = 0x8000000000000000L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Numbers for one purpose: what is drawn for one purpose never shifts what is drawn for another. */
    static Dice of(long seed, String purpose, long index) {
        long forPurpose = mix(mix(seed + GAMMA) + purpose.hashCode() * GAMMA);
        return new Dice(mix(forPurpose + index * GAMMA));
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + (int) Long.remainderUnsigned(next(), high - low + 1L);
    }

    /** Both ends included, small values more often than large ones, as durations of human work are. */
    int skewed(int low, int high) {
        double fraction = fraction();
        return low + (int) Math.round((high - low) * fraction * fraction);
    }

    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return fraction() < probability;
    }

    <T> T pick(List<T> items) {
        return items.get(between(0, items.size() - 1));
    }

    UUID uuid() {
        long high = next() & ~0xF000L | VERSION_4;
        long low = next() >>> 2 | VARIANT_2;
        return new UUID(high, low);
    }

    private long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
