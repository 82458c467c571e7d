package io.contactpulse.ctrenrichment.oracle;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the four tables end with, one line per row. */
record Tables(
        SortedSet<String> contacts,
        SortedSet<String> journeys,
        SortedSet<String> escalations,
        SortedSet<String> queueIntervals) {

    /** Lines that the other tables do not have. */
    List<String> without(Tables others) {
        SortedSet<String> left = new TreeSet<>();
        left.addAll(difference(contacts, others.contacts));
        left.addAll(difference(journeys, others.journeys));
        left.addAll(difference(escalations, others.escalations));
        left.addAll(difference(queueIntervals, others.queueIntervals));
        return List.copyOf(left);
    }

    private static SortedSet<String> difference(SortedSet<String> some, SortedSet<String> others) {
        SortedSet<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    /** Without what depends on the order of arrival: versions, and escalations that were opened and retracted again. */
    Tables timeless() {
        return new Tables(
                timeless(contacts.stream()),
                journeys,
                timeless(escalations.stream().filter(line -> line.contains("status=OPEN"))),
                timeless(queueIntervals.stream()));
    }

    private static SortedSet<String> timeless(Stream<String> lines) {
        return lines.map(line -> line.replaceAll("(version|seq)=[0-9]+", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
