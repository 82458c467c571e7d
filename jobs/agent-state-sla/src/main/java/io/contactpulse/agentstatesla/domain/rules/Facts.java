package io.contactpulse.agentstatesla.domain.rules;

import java.util.stream.Stream;

/** What is known of the thing a rule might watch: the values that a rule's {@code when} asks for. */
public interface Facts {
    /** One for most conditions; none where it is not known; all groups of the hierarchy that an agent belongs to. */
    Stream<String> values(Condition condition);
}
