package io.contactpulse.agentstatesla.domain.rules;

import java.util.Optional;

/** What is known of the thing a rule might watch: the values that a rule's {@code when} asks for. */
public interface Facts {
    Optional<String> value(Condition condition);
}
