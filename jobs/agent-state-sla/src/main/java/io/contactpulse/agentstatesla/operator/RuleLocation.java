package io.contactpulse.agentstatesla.operator;

import io.contactpulse.agentstatesla.domain.rules.RuleFiles;
import io.contactpulse.agentstatesla.domain.rules.RuleReading;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Where the rule files are: one file, or all {@code *.yaml} of a folder or of an S3 prefix. */
public final class RuleLocation implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern WITH_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:/.*");

    private final String location;

    private RuleLocation(String location) {
        this.location = location;
    }

    /** A location without a scheme such as {@code s3://} is in the local file system. */
    public static RuleLocation of(String location) {
        return new RuleLocation(location);
    }

    /** Never throws: a location that cannot be read now may be there again at the next look. */
    public RuleReading read() {
        RuleReading reading = new RuleReading();
        try {
            read(path(), reading);
        } catch (FileNotFoundException e) {
            nothingThere(reading);
        } catch (IOException | RuntimeException e) {
            // Runtime exceptions, too: the file system is a plug-in, and what comes through it is not ours to know.
            reading.failed("unreadable " + location, "cannot read the rules at " + location + " (" + e + ")");
        }
        return reading;
    }

    private Path path() {
        return WITH_SCHEME.matcher(location).matches()
                ? new Path(location)
                : Path.fromLocalFile(new File(location).getAbsoluteFile());
    }

    private void read(Path path, RuleReading reading) throws IOException {
        FileSystem fileSystem = path.getFileSystem();
        List<FileStatus> files = ruleFiles(fileSystem, fileSystem.getFileStatus(path));
        if (files.isEmpty()) {
            nothingThere(reading);
        }
        for (FileStatus file : files) {
            read(fileSystem, file, reading);
        }
    }

    private static List<FileStatus> ruleFiles(FileSystem fileSystem, FileStatus asked) throws IOException {
        if (!asked.isDir()) {
            return List.of(asked);
        }
        // Null for a folder that has just gone.
        FileStatus[] found = fileSystem.listStatus(asked.getPath());
        return Arrays.stream(found == null ? new FileStatus[0] : found)
                .filter(file -> !file.isDir() && file.getPath().getName().endsWith(".yaml"))
                .sorted(Comparator.comparing(file -> name(file.getPath())))
                .collect(Collectors.toList());
    }

    private static void read(FileSystem fileSystem, FileStatus file, RuleReading reading) throws IOException {
        String name = name(file.getPath());
        if (file.getLen() > RuleFiles.LARGEST) {
            tooLarge(name, reading);
            return;
        }
        byte[] bytes = start(fileSystem, file.getPath());
        if (bytes.length > RuleFiles.LARGEST) {
            tooLarge(name, reading);
            return;
        }
        try {
            reading.found(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            reading.failed(name + Arrays.hashCode(bytes), name + ":1: cannot be read as UTF-8 text");
        }
    }

    /** Enough to know whether the file has grown too large since it was listed. */
    private static byte[] start(FileSystem fileSystem, Path file) throws IOException {
        try (InputStream in = fileSystem.open(file)) {
            return in.readNBytes(RuleFiles.LARGEST + 1);
        }
    }

    private static void tooLarge(String file, RuleReading reading) {
        reading.failed(file, file + ":1: larger than " + RuleFiles.LARGEST + " bytes; rule files are small");
    }

    private void nothingThere(RuleReading reading) {
        reading.failed("nothing at " + location, "no rule file (*.yaml) at " + location);
    }

    private static String name(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.getPath() : path.toString();
    }
}
