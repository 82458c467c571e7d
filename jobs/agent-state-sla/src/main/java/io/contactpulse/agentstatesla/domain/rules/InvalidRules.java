package io.contactpulse.agentstatesla.domain.rules;

import java.util.List;

/** Rule files that cannot be used; the message lists every problem with file and line. */
public final class InvalidRules extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidRules(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " problems in the rules:\n  - " + String.join("\n  - ", problems));
    }
}
