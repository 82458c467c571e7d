package io.contactpulse.agentstatesla.domain.rules;

import java.util.ArrayList;
import java.util.List;

/** Rule files that cannot be used; the message lists the problems with file and line. */
public final class InvalidRules extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LISTED = 100;

    private final ArrayList<String> problems;

    public InvalidRules(List<String> problems) {
        super(message(problems));
        this.problems = new ArrayList<>(problems);
    }

    private static String message(List<String> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        String listed = String.join("\n  - ", problems.subList(0, Math.min(LISTED, problems.size())));
        String more = problems.size() > LISTED ? "\n  - and " + (problems.size() - LISTED) + " more" : "";
        return problems.size() + " problems in the rules:\n  - " + listed + more;
    }

    /** Every one of them. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
