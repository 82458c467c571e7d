package io.contactpulse.launcher.replay.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files of one recording: a single file, or all files of a folder and the folders in it. */
public final class Recording {
    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private final Path root;
    private final List<Path> files;
    private final List<Path> ignored;

    private Recording(Path root, List<Path> files, List<Path> ignored) {
        this.root = root.toAbsolutePath().normalize();
        this.files = files;
        this.ignored = ignored;
    }

    public static Recording at(Path fileOrFolder) throws IOException {
        try (Stream<Path> found = Files.walk(fileOrFolder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> all = found.filter(Files::isRegularFile).sorted().toList();
            return new Recording(
                    fileOrFolder,
                    all.stream().filter(file -> Form.of(file).isPresent()).toList(),
                    all.stream().filter(file -> Form.of(file).isEmpty()).toList());
        }
    }

    public List<Path> files() {
        return files;
    }

    /** Files whose names do not tell what is in them; they are not read. */
    public List<Path> ignored() {
        return ignored;
    }

    /** Whether what is written there would become part of this recording. */
    public boolean covers(Path path) {
        return path.toAbsolutePath().normalize().startsWith(root);
    }

    /** Hands over every record of the files. The schemas of Avro records are added to {@code schemas}. */
    public void read(ContainerSchemas schemas, RecordConsumer records) throws IOException {
        for (Path file : files) {
            try {
                read(file, schemas, records);
            } catch (IOException problem) {
                throw new IOException("cannot read " + file + ": " + problem.getMessage(), problem);
            }
        }
    }

    private static void read(Path file, ContainerSchemas schemas, RecordConsumer records) throws IOException {
        RecordConsumer unwrapped = record -> records.accept(ArchiveForm.unwrap(record.bytes()));
        switch (Form.of(file).orElseThrow()) {
            case JSON_LINES -> readText(file, new JsonLines(unwrapped)::read);
            case JSON -> readText(file, content -> new JsonValues(content, unwrapped).read());
            case AVRO -> readContainer(file, schemas, records);
        }
    }

    private static void readText(Path file, ContentReader reader) throws IOException {
        try (InputStream content = open(file)) {
            reader.read(withoutByteOrderMark(content));
        }
    }

    /** Finding the way past a damaged block takes going back in the file, so a compressed one is unpacked first. */
    private static void readContainer(Path file, ContainerSchemas schemas, RecordConsumer records) throws IOException {
        if (!Form.isCompressed(file)) {
            new AvroContainer(file, schemas, records).read();
            return;
        }
        Path unpacked = Files.createTempFile("recording", ".avro");
        try (InputStream content = open(file)) {
            Files.copy(content, unpacked, StandardCopyOption.REPLACE_EXISTING);
            new AvroContainer(unpacked, schemas, records).read();
        } finally {
            Files.delete(unpacked);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream content = new BufferedInputStream(Files.newInputStream(file));
        boolean compressed = Form.isCompressed(file) && Files.size(file) > 0;
        return compressed ? new BufferedInputStream(new GZIPInputStream(content)) : content;
    }

    /** The mark belongs to the file, not to its first record. */
    private static InputStream withoutByteOrderMark(InputStream content) throws IOException {
        PushbackInputStream start = new PushbackInputStream(content, BYTE_ORDER_MARK.length);
        byte[] first = start.readNBytes(BYTE_ORDER_MARK.length);
        boolean marked = first.length == BYTE_ORDER_MARK.length;
        for (int at = 0; marked && at < first.length; at++) {
            marked = Byte.toUnsignedInt(first[at]) == BYTE_ORDER_MARK[at];
        }
        if (!marked) {
            start.unread(first);
        }
        return start;
    }

    private interface ContentReader {
        void read(InputStream content) throws IOException;
    }
}
