package io.contactpulse.agentstatesla.domain.rules;

import java.io.Serializable;
import java.time.Duration;

/** Whom else to tell when an alert has been firing for so long and nobody has acknowledged it. */
public final class EscalationStep implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Duration after;
    private final String to;

    private EscalationStep(Duration after, String to) {
        this.after = after;
        this.to = to;
    }

    public static EscalationStep of(Duration after, String to) {
        return new EscalationStep(after, to);
    }

    public Duration after() {
        return after;
    }

    public String to() {
        return to;
    }
}
