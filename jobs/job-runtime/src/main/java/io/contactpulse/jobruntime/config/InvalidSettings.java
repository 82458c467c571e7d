package io.contactpulse.jobruntime.config;

import java.util.List;

/** The settings cannot be used; the message lists every problem, one a line. */
public final class InvalidSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSettings(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " problems in the settings:\n  - " + String.join("\n  - ", problems));
    }
}
