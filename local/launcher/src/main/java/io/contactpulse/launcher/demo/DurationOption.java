package io.contactpulse.launcher.demo;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration on the command line, such as 90s, 5m or 1h. */
final class DurationOption implements ITypeConverter<Duration> {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})([smh])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    @Override
    public Duration convert(String value) {
        Matcher matcher = SHAPE.matcher(value);
        if (!matcher.matches()) {
            throw refusal(value);
        }
        Duration duration = Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
        if (duration.isZero()) {
            throw refusal(value);
        }
        return duration;
    }

    private static TypeConversionException refusal(String value) {
        return new TypeConversionException(
                "'" + value + "' is no duration; write a number greater than 0 and s, m or h, such as 90s or 5m");
    }
}
