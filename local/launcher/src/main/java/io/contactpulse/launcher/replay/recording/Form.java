package io.contactpulse.launcher.replay.recording;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file's name says of its content. All forms may be compressed with gzip. */
enum Form {
    JSON_LINES(".jsonl"),
    JSON(".json"),
    AVRO(".avro");

    private static final String COMPRESSED = ".gz";

    private final String ending;

    Form(String ending) {
        this.ending = ending;
    }

    static Optional<Form> of(Path file) {
        String name = nameOf(file);
        String plain = isCompressed(file) ? name.substring(0, name.length() - COMPRESSED.length()) : name;
        return Arrays.stream(values())
                .filter(form -> plain.endsWith(form.ending))
                .findFirst();
    }

    static boolean isCompressed(Path file) {
        return nameOf(file).endsWith(COMPRESSED);
    }

    private static String nameOf(Path file) {
        return file.toString().toLowerCase(Locale.ROOT);
    }
}
