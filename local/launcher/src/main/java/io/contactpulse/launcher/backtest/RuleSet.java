package io.contactpulse.launcher.backtest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Rules as an option names them.
 *
 * @param option the option's name
 * @param typed a file, a folder or the word for the shipped rules
 */
record RuleSet(String option, String typed) {
    static final String SHIPPED = "default";

    /** Empty for the shipped rules. */
    Optional<Path> location() {
        return typed.equals(SHIPPED) ? Optional.empty() : Optional.of(Path.of(typed));
    }
}
