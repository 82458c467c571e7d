package io.contactpulse.launcher.replay;

import java.util.List;

/** What was asked for cannot be done; the message says everything that has to be changed. */
public final class InvalidArguments extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidArguments(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " problems:\n  - " + String.join("\n  - ", problems));
    }
}
