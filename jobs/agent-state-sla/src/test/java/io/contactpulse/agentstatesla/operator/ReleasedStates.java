package io.contactpulse.agentstatesla.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/** State as releases wrote it: one folder per operator, called like its uid, with one file per release. */
final class ReleasedStates {
    static final Path ROOT = Path.of("src/test/resources/released-state");

    private ReleasedStates() {}

    static List<Path> of(String uid) throws IOException {
        return files(ROOT.resolve(uid));
    }

    /** Folders are left out. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static OperatorSubtaskState read(Path file) throws Exception {
        return OperatorSnapshotUtil.readStateHandle(file.toString());
    }

    /** Refuses to touch an existing file. */
    static void write(String uid, String release, OperatorSubtaskState state) throws Exception {
        Path file = Files.createFile(Files.createDirectories(ROOT.resolve(uid)).resolve(release));
        OperatorSnapshotUtil.writeStateHandle(state, file.toString());
    }
}
