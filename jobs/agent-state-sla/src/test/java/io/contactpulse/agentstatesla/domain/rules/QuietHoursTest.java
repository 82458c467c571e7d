package io.contactpulse.agentstatesla.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactpulse.schema.AlertLevel;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Europe/Berlin puts its clock forward on 2026-03-29 and back on 2026-10-25, both at 01:00 UTC. */
class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // An ordinary night in winter; the end is not quiet any more.
                "22:00-06:00, 2026-01-15T20:59:59.999Z, -",
                "22:00-06:00, 2026-01-15T21:00:00Z, 2026-01-16T05:00:00Z",
                "22:00-06:00, 2026-01-16T04:59:59.999Z, 2026-01-16T05:00:00Z",
                "22:00-06:00, 2026-01-16T05:00:00Z, -",
                // The night that is an hour shorter, and the one that is an hour longer.
                "22:00-06:00, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z",
                "22:00-06:00, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
                // Ends, starts, or is all within the hour that does not exist: the edge is the moment of the jump.
                "01:00-02:30, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
                "01:00-02:30, 2026-03-29T01:00:00Z, -",
                "02:30-05:00, 2026-03-29T00:59:59.999Z, -",
                "02:30-05:00, 2026-03-29T01:00:00Z, 2026-03-29T03:00:00Z",
                "02:10-02:50, 2026-03-29T00:59:59.999Z, -",
                "02:10-02:50, 2026-03-29T01:00:00Z, -",
                // Ends within the hour that comes twice: with its second pass, and quiet in between.
                "01:00-02:30, 2026-10-24T22:59:59.999Z, -",
                "01:00-02:30, 2026-10-24T23:00:00Z, 2026-10-25T01:30:00Z",
                "01:00-02:30, 2026-10-25T00:45:00Z, 2026-10-25T01:30:00Z",
                "01:00-02:30, 2026-10-25T01:30:00Z, -",
                // Starts within it: with its first pass.
                "02:30-04:00, 2026-10-25T00:29:59.999Z, -",
                "02:30-04:00, 2026-10-25T00:30:00Z, 2026-10-25T03:00:00Z",
                "02:30-04:00, 2026-10-25T01:10:00Z, 2026-10-25T03:00:00Z",
                // The whole day but an hour.
                "10:00-09:00, 2026-03-29T08:00:00Z, 2026-03-30T07:00:00Z",
                "09:00-24:00, 2026-01-15T22:59:59.999Z, 2026-01-15T23:00:00Z",
                "09:00-24:00, 2026-01-15T23:00:00Z, -"
            })
    void endsAPeriodByTheWallClock(String period, Instant at, Instant end) {
        assertThat(quiet(period).build().endOf(at)).isEqualTo(Optional.ofNullable(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 23",
        "2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 25",
        "2026-12-25, 2026-12-24T23:00:00Z, 2026-12-25T23:00:00Z, 24"
    })
    void isQuietAllDayOnAHoliday(LocalDate holiday, Instant start, Instant end, long hours) {
        QuietHours quiet =
                QuietHours.newBuilder(BERLIN).holidays(List.of(holiday)).build();

        assertThat(quiet.endOf(start.minusMillis(1))).isEmpty();
        assertThat(quiet.endOf(start)).contains(end);
        assertThat(quiet.endOf(end)).isEmpty();
        assertThat(Duration.between(start, end)).hasHours(hours);
    }

    @Test
    void startsAHolidayWhoseMidnightDoesNotExist() {
        QuietHours quiet = QuietHours.newBuilder(ZoneId.of("Asia/Beirut"))
                .holidays(List.of(LocalDate.parse("2026-03-29")))
                .build();

        assertThat(quiet.endOf(Instant.parse("2026-03-28T21:59:59.999Z"))).isEmpty();
        assertThat(quiet.endOf(Instant.parse("2026-03-28T22:00:00Z"))).contains(Instant.parse("2026-03-29T21:00:00Z"));
    }

    @Test
    void mergesPeriodsThatTouchOrOverlap() {
        QuietHours quiet = quiet("13:30-15:00", "12:00-13:00", "13:00-14:00").build();

        assertThat(quiet.endOf(Instant.parse("2026-01-15T11:30:00Z"))).contains(Instant.parse("2026-01-15T14:00:00Z"));
    }

    @Test
    void mergesHolidaysWithTheNightsAroundThem() {
        QuietHours quiet = quiet("22:00-06:00")
                .holidays(List.of(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26")))
                .build();

        assertThat(quiet.endOf(Instant.parse("2026-12-24T21:30:00Z"))).contains(Instant.parse("2026-12-27T05:00:00Z"));
    }

    @Test
    void countsANightToTheDayItStartsOn() {
        QuietHours quiet = quiet("22:00-06:00").days(List.of(DayOfWeek.MONDAY)).build();

        assertThat(quiet.endOf(Instant.parse("2026-03-02T01:00:00Z"))).isEmpty();
        assertThat(quiet.endOf(Instant.parse("2026-03-03T01:00:00Z"))).contains(Instant.parse("2026-03-03T05:00:00Z"));
        assertThat(quiet.endOf(Instant.parse("2026-03-03T22:00:00Z"))).isEmpty();
    }

    @Test
    void letsCriticalAlertsThroughUnlessTold() {
        QuietHours usual = quiet("22:00-06:00").build();
        QuietHours strict = quiet("22:00-06:00").bypass(QuietHours.Bypass.NONE).build();

        assertThat(usual.letsThrough(AlertLevel.CRITICAL)).isTrue();
        assertThat(usual.letsThrough(AlertLevel.WARN)).isFalse();
        assertThat(strict.letsThrough(AlertLevel.CRITICAL)).isFalse();
    }

    @Test
    void refusesToBeQuietForEver() {
        assertThatThrownBy(() -> quiet("06:00-22:00", "22:00-06:00").build())
                .hasMessage("quiet hours must end at some time of the week");
        assertThat(quiet("06:00-22:00", "22:00-05:59").build().endOf(Instant.parse("2026-01-15T04:59:00Z")))
                .isEmpty();
    }

    @Test
    void refusesToBeQuietForEverAcrossTheWeeksEnd() {
        QuietHours.Builder sundayToSunday = quiet("00:00-24:00");

        assertThat(sundayToSunday.neverEnds()).isTrue();
        assertThat(sundayToSunday
                        .days(List.of(
                                DayOfWeek.MONDAY,
                                DayOfWeek.TUESDAY,
                                DayOfWeek.WEDNESDAY,
                                DayOfWeek.THURSDAY,
                                DayOfWeek.FRIDAY,
                                DayOfWeek.SATURDAY))
                        .neverEnds())
                .isFalse();
    }

    /** Whatever the zone does to its clock: it is quiet up to the end that was told, and not at it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isQuietUpToItsEndAndNotAtIt(long seed) {
        Random random = new Random(seed);
        String[] zones = {"Europe/Berlin", "America/New_York", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Chatham"};
        ZoneId zone = ZoneId.of(zones[random.nextInt(zones.length)]);
        QuietHours quiet = QuietHours.newBuilder(zone)
                .periods(List.of(period(random), period(random)))
                .days(List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY))
                .holidays(List.of(LocalDate.ofYearDay(2026, 1 + random.nextInt(365))))
                .build();

        for (Instant at = Instant.parse("2026-01-01T00:00:00Z");
                at.isBefore(Instant.parse("2027-01-01T00:00:00Z"));
                at = at.plusSeconds(60L * (1 + random.nextInt(90)))) {
            Optional<Instant> end = quiet.endOf(at);
            if (end.isPresent()) {
                String where = "seed " + seed + " " + quiet + " at " + at;
                assertThat(quiet.endOf(end.get())).as(where).isEmpty();
                assertThat(quiet.endOf(end.get().minusMillis(1))).as(where).isEqualTo(end);
                assertThat(quiet.endOf(at.plusSeconds(random.nextInt(
                                        (int) Duration.between(at, end.get()).toSeconds() + 1)
                                / 2)))
                        .as(where)
                        .isEqualTo(end);
            }
        }
    }

    private static QuietPeriod period(Random random) {
        int start = random.nextInt(24 * 60);
        int end = (start + 1 + random.nextInt(10 * 60)) % (24 * 60);
        String text = String.format("%02d:%02d-%02d:%02d", start / 60, start % 60, end / 60, end % 60);
        return QuietPeriod.parse(text).orElseThrow();
    }

    private static QuietHours.Builder quiet(String... periods) {
        return QuietHours.newBuilder(BERLIN)
                .periods(Arrays.stream(periods)
                        .map(text -> QuietPeriod.parse(text).orElseThrow())
                        .toList());
    }
}
