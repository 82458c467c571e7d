package io.contactpulse.agentstatesla.domain;

import java.util.List;

/** A schedule file that cannot be used; the message lists every problem with file and line. */
public final class InvalidSchedule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSchedule(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " problems in the schedule:\n  - " + String.join("\n  - ", problems));
    }
}
