package io.contactpulse.launcher.replay;

import java.time.Instant;
import java.util.Comparator;

/**
 * A readable record's place in a replay: by time, then rank, then stream, then id. Public fields, because Flink moves it from the
 * decoder to whoever sorts.
 */
public final class Position {
    static final Comparator<Position> ORDER = Comparator.<Position>comparingLong(position -> position.time)
            .thenComparingInt(position -> position.rank)
            .thenComparing(position -> position.stream)
            .thenComparing(position -> position.id);

    public long number;
    public long time;
    public int rank;
    public String stream = "";
    public String id = "";

    public Position() {}

    private Position(long time, int rank, String id) {
        this.time = time;
        this.rank = rank;
        this.id = id;
    }

    /** Records of one time are taken by rank, lowest first, whatever their stream. */
    static Position of(Instant time, int rank, String id) {
        return new Position(time.toEpochMilli(), rank, id);
    }

    Position ofRecord(String nameOfStream, long recordNumber) {
        stream = nameOfStream;
        number = recordNumber;
        return this;
    }
}
