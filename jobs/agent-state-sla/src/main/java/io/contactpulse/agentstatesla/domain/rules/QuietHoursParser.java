package io.contactpulse.agentstatesla.domain.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads when a rule does not page. */
final class QuietHoursParser {
    private static final Set<String> KEYS = new TreeSet<>(Set.of("zone", "periods", "days", "holidays", "bypass"));
    private static final int DAY_LETTERS = 3;
    private static final String DAYS =
            Arrays.stream(DayOfWeek.values()).map(QuietHoursParser::shortName).collect(Collectors.joining(", "));

    private final YamlFile yaml;

    QuietHoursParser(YamlFile yaml) {
        this.yaml = yaml;
    }

    Optional<QuietHours> parse(Node node) {
        int before = yaml.problemCount();
        Map<String, Node> keys = yaml.keys(node, KEYS, "the keys of 'quietHours' are " + String.join(", ", KEYS) + ";");
        if (!keys.containsKey("zone")) {
            yaml.problem(node, "'quietHours' needs a 'zone' such as Europe/Berlin");
        }
        if (!keys.containsKey("periods") && !keys.containsKey("holidays")) {
            yaml.problem(node, "'quietHours' needs 'periods' or 'holidays'");
        }
        if (keys.containsKey("days") && !keys.containsKey("periods")) {
            yaml.problem(keys.getOrDefault("days", node), "'days' only goes with 'periods'");
        }
        Optional<ZoneId> zone = Optional.ofNullable(keys.get("zone")).flatMap(this::zone);
        QuietHours.Builder hours = QuietHours.newBuilder(zone.orElse(ZoneId.of("UTC")));
        hours.periods(each(keys, "periods", this::period));
        hours.holidays(each(keys, "holidays", this::holiday));
        List<DayOfWeek> days = each(keys, "days", this::day);
        if (!days.isEmpty()) {
            hours.days(days);
        }
        Optional.ofNullable(keys.get("bypass")).flatMap(this::bypass).ifPresent(hours::bypass);
        if (hours.neverEnds()) {
            yaml.problem(node, "these 'quietHours' never end; leave some time of the week open");
        }
        return yaml.problemCount() > before ? Optional.empty() : Optional.of(hours.build());
    }

    private <T> List<T> each(Map<String, Node> keys, String key, Function<Node, Optional<T>> parse) {
        Node node = keys.get(key);
        if (node == null) {
            return List.of();
        }
        List<Node> nodes = yaml.oneOrMore(node);
        if (nodes.isEmpty()) {
            yaml.problem(node, "'" + key + "' is an empty list; leave it out");
        }
        List<T> values = new ArrayList<>();
        nodes.forEach(each -> parse.apply(each).ifPresent(values::add));
        return values;
    }

    private Optional<ZoneId> zone(Node node) {
        String text = yaml.scalar(node);
        if (ZoneId.getAvailableZoneIds().contains(text)) {
            return Optional.of(ZoneId.of(text));
        }
        yaml.problem(node, "unknown time zone '" + text + "'; use an IANA name such as Europe/Berlin");
        return Optional.empty();
    }

    private Optional<QuietPeriod> period(Node node) {
        String text = yaml.scalar(node);
        Optional<QuietPeriod> period = QuietPeriod.parse(text);
        if (period.isEmpty()) {
            yaml.problem(node, "a period is written as 22:00-06:00 and has two different ends, not '" + text + "'");
        }
        return period;
    }

    private Optional<LocalDate> holiday(Node node) {
        String text = yaml.scalar(node);
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            yaml.problem(node, "a holiday is a date such as 2026-12-25, not '" + text + "'");
            return Optional.empty();
        }
    }

    private Optional<DayOfWeek> day(Node node) {
        String text = yaml.scalar(node);
        Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                .filter(each -> shortName(each).equals(text))
                .findFirst();
        if (day.isEmpty()) {
            yaml.problem(node, "a day is one of " + DAYS + ", not '" + text + "'");
        }
        return day;
    }

    private Optional<QuietHours.Bypass> bypass(Node node) {
        String text = yaml.scalar(node);
        switch (text) {
            case "critical":
                return Optional.of(QuietHours.Bypass.CRITICAL);
            case "none":
                return Optional.of(QuietHours.Bypass.NONE);
            default:
                yaml.problem(node, "'bypass' must be critical or none, not '" + text + "'");
                return Optional.empty();
        }
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, DAY_LETTERS);
    }
}
