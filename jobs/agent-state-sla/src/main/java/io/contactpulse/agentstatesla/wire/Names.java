package io.contactpulse.agentstatesla.wire;

import java.util.Arrays;
import java.util.Optional;

/** Connect adds values as it grows: one we do not know yet is UNKNOWN, not an error. */
final class Names {
    private Names() {}

    static <E extends Enum<E>> E constant(E unknown, Optional<String> name) {
        return name.flatMap(text -> Arrays.stream(unknown.getDeclaringClass().getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst())
                .orElse(unknown);
    }
}
