package io.contactpulse.agentstatesla.domain.rules;

import io.contactpulse.schema.AlertLevel;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a rule does not page: periods of the day and holidays, by the wall clock of a place. Where that clock is put back, a
 * period starts when its start is passed for the first time and ends when its end is passed for the last time.
 */
public final class QuietHours implements Serializable {
    private static final long serialVersionUID = 1L;

    private final WallClock clock;
    private final ArrayList<QuietPeriod> periods;
    private final EnumSet<DayOfWeek> days;
    private final TreeSet<LocalDate> holidays;
    private final Bypass bypass;

    /** Who pages all the same. */
    public enum Bypass {
        CRITICAL,
        NONE
    }

    private QuietHours(Builder builder) {
        clock = new WallClock(builder.zone);
        periods = new ArrayList<>(builder.periods);
        days = EnumSet.copyOf(builder.days);
        holidays = new TreeSet<>(builder.holidays);
        bypass = builder.bypass;
    }

    public static Builder newBuilder(ZoneId zone) {
        return new Builder(zone);
    }

    /** When the quiet time that holds at that instant ends; empty if it is not quiet. */
    public Optional<Instant> endOf(Instant at) {
        Instant end = at;
        for (Instant later = extended(end); later.isAfter(end); later = extended(end)) {
            end = later;
        }
        return end.isAfter(at) ? Optional.of(end) : Optional.empty();
    }

    /** Whether an alert of that level pages all the same. */
    public boolean letsThrough(AlertLevel level) {
        return bypass == Bypass.CRITICAL && level == AlertLevel.CRITICAL;
    }

    /** The latest end of all that is quiet at that instant. */
    private Instant extended(Instant at) {
        Instant latest = at;
        LocalDate today = clock.dateAt(at);
        // Tomorrow, too: a clock that is put back over midnight shows the old date again.
        for (LocalDate day = today.minusDays(1); !day.isAfter(today.plusDays(1)); day = day.plusDays(1)) {
            if (holidays.contains(day)) {
                latest = later(latest, at, day.atStartOfDay(), day.plusDays(1).atStartOfDay());
            }
            for (QuietPeriod period : days.contains(day.getDayOfWeek()) ? periods : List.<QuietPeriod>of()) {
                latest = later(latest, at, period.startOn(day), period.endOn(day));
            }
        }
        return latest;
    }

    private Instant later(Instant latest, Instant at, LocalDateTime start, LocalDateTime end) {
        Instant ends = clock.lastPassed(end);
        return clock.firstPassed(start).isAfter(at) || ends.isBefore(latest) ? latest : ends;
    }

    /** All that counts, for the version of a rule. */
    @Override
    public String toString() {
        return clock + " " + periods + " " + days + " " + holidays + " " + bypass;
    }

    /** Collects what is quiet; every day of the week unless days are named. */
    public static final class Builder {
        private final ZoneId zone;
        private final List<QuietPeriod> periods = new ArrayList<>();
        private final Set<LocalDate> holidays = new TreeSet<>();
        private Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        private Bypass bypass = Bypass.CRITICAL;

        private Builder(ZoneId zone) {
            this.zone = zone;
        }

        public Builder periods(Collection<QuietPeriod> more) {
            periods.addAll(more);
            return this;
        }

        public Builder holidays(Collection<LocalDate> more) {
            holidays.addAll(more);
            return this;
        }

        /** On which the periods start. */
        public Builder days(Collection<DayOfWeek> only) {
            days = EnumSet.copyOf(only);
            return this;
        }

        public Builder bypass(Bypass chosen) {
            bypass = chosen;
            return this;
        }

        /** Whether they would never end: such a rule would never tell what it held back. */
        boolean neverEnds() {
            int week = 7 * QuietPeriod.MINUTES_OF_A_DAY;
            BitSet quiet = new BitSet(2 * week);
            for (DayOfWeek day : days) {
                int midnight = day.ordinal() * QuietPeriod.MINUTES_OF_A_DAY;
                periods.forEach(period -> quiet.set(midnight + period.start(), midnight + period.end()));
            }
            quiet.or(quiet.get(week, 2 * week));
            return quiet.nextClearBit(0) >= week;
        }

        public QuietHours build() {
            if (neverEnds()) {
                throw new IllegalArgumentException("quiet hours must end at some time of the week");
            }
            return new QuietHours(this);
        }
    }
}
