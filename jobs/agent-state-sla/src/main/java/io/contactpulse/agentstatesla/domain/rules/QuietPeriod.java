package io.contactpulse.agentstatesla.domain.rules;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the day by the wall clock, such as 22:00-06:00. Belongs to the day on which it starts. */
public final class QuietPeriod implements Serializable {
    static final int MINUTES_OF_A_DAY = 24 * 60;

    private static final long serialVersionUID = 1L;
    private static final Pattern WRITTEN =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");

    private final int start;
    private final int end;

    private QuietPeriod(int start, int end) {
        this.start = start;
        this.end = end;
    }

    /** Empty if the text is no period; one that ends when it starts is none. */
    public static Optional<QuietPeriod> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int start = minutes(matcher.group(1), matcher.group(2));
        int end = matcher.group(3) == null ? MINUTES_OF_A_DAY : minutes(matcher.group(3), matcher.group(4));
        if (start == end) {
            return Optional.empty();
        }
        return Optional.of(new QuietPeriod(start, end > start ? end : end + MINUTES_OF_A_DAY));
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    LocalDateTime startOn(LocalDate day) {
        return day.atStartOfDay().plusMinutes(start);
    }

    LocalDateTime endOn(LocalDate day) {
        return day.atStartOfDay().plusMinutes(end);
    }

    /** Minutes since the beginning of the day on which it starts. */
    int start() {
        return start;
    }

    /** Minutes since the beginning of the day on which it starts; of the next day if it goes over midnight. */
    int end() {
        return end;
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
