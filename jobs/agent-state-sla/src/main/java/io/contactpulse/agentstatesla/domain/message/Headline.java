package io.contactpulse.agentstatesla.domain.message;

import io.contactpulse.schema.Alert;
import io.contactpulse.schema.AlertStatus;

/** The one line that a person reads first: how bad, then who, what and how much, then why, then by which rule. */
final class Headline {
    private Headline() {}

    static String transition(Situation situation) {
        return line(head(situation.alert()), situation);
    }

    static String reminder(Situation situation) {
        return line("Still " + head(situation.alert()), situation);
    }

    static String escalation(Situation situation, String to) {
        return line(head(situation.alert()) + ", escalated to " + to, situation);
    }

    private static String head(Alert alert) {
        return alert.getStatus() == AlertStatus.FIRING
                ? alert.getLevel().name()
                : alert.getStatus().name();
    }

    private static String line(String head, Situation situation) {
        return AsciiLine.of(head + ": " + Wording.of(situation) + why(situation.alert()) + " ("
                + situation.alert().getRuleId() + ")");
    }

    /** That a state has ended needs no explanation, and that it lasts even less. */
    private static String why(Alert alert) {
        return alert.getStatus() == AlertStatus.FIRING || alert.getStatus() == AlertStatus.RESOLVED
                ? ""
                : alert.getOptionalReason()
                        .map(reason -> ", " + Spoken.reason(reason))
                        .orElse("");
    }
}
