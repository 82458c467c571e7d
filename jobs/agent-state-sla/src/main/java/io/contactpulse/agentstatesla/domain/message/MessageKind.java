package io.contactpulse.agentstatesla.domain.message;

/** Why a message is sent. */
enum MessageKind {
    TRANSITION,
    REMINDER,
    ESCALATION,
    DIGEST,
    MUTED
}
