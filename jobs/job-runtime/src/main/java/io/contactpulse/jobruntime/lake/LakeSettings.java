package io.contactpulse.jobruntime.lake;

import io.contactpulse.jobruntime.config.SettingsGroup;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the lake is and how rows are gathered into files. Rows become visible at the first checkpoint after
 * {@code file-interval}, or once {@code file-rows} wait, so a day has at most (1 day / interval) files for each writer.
 */
public final class LakeSettings implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "path";
    private static final String DEAD_LETTERS_RAW_PATH = "dead-letters-raw-path";
    private static final Duration FILE_INTERVAL = Duration.ofMinutes(10);
    private static final int FILE_ROWS = 20_000;
    private static final int MOST_FILE_ROWS = 200_000;
    private static final int MOST_WRITERS = 64;

    private final String path;
    private final String deadLettersRawPath;
    private final Duration fileInterval;
    private final int fileRows;
    private final int writers;

    private LakeSettings(SettingsGroup group) {
        group.text(PATH);
        path = group.parsed(PATH, "", "an address such as s3://bucket/lake", LakeSettings::address);
        group.text(DEAD_LETTERS_RAW_PATH);
        deadLettersRawPath = group.parsed(
                DEAD_LETTERS_RAW_PATH,
                "",
                "an address outside of the lake's path, such as s3://bucket/dead-letters-raw",
                text -> address(text).filter(raw -> !isWithin(path, raw)));
        fileInterval = group.duration("file-interval", FILE_INTERVAL);
        fileRows = group.integer("file-rows", FILE_ROWS, 1, MOST_FILE_ROWS);
        writers = group.integer("writers", 1, 1, MOST_WRITERS);
    }

    /** Reads {@code path}, {@code dead-letters-raw-path}, {@code file-interval}, {@code file-rows} and {@code writers}. */
    public static LakeSettings from(SettingsGroup group) {
        return new LakeSettings(group);
    }

    String pathOf(String table) {
        return path + "/" + table;
    }

    String deadLettersRawPath() {
        return deadLettersRawPath;
    }

    Duration fileInterval() {
        return fileInterval;
    }

    int fileRows() {
        return fileRows;
    }

    int writers() {
        return writers;
    }

    /** Without a scheme Flink would write to the local disk of whichever machine runs the writer. */
    private static Optional<String> address(String text) {
        URI address = URI.create(text);
        if (address.getScheme() == null) {
            return Optional.empty();
        }
        return Optional.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** Whoever may read the lake would read the raw bytes too. */
    private static boolean isWithin(String folder, String address) {
        return !folder.isEmpty() && (address + "/").startsWith(folder + "/");
    }
}
