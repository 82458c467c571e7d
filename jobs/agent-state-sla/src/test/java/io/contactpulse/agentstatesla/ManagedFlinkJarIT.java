package io.contactpulse.agentstatesla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The jar that is uploaded: Managed Flink takes at most 512 MB, runs Java 11 and brings Flink itself. */
class ManagedFlinkJarIT {
    private static final long LARGEST = 512L * 1024 * 1024;
    private static final int JAVA_11 = 55;

    @Test
    void isWhatManagedFlinkTakes() throws IOException {
        Path path = built();
        assertThat(Files.size(path)).isLessThan(LARGEST);
        try (JarFile jar = new JarFile(path.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .isEqualTo(AgentStateSlaJob.class.getName());
            assertThat(jar.getEntry("rules/default-rules.yaml")).isNotNull();
            assertThat(jar.stream().map(JarEntry::getName))
                    .noneMatch(name -> name.startsWith("amazon-kinesis-producer-native-binaries/"))
                    .doesNotContain(
                            "org/apache/flink/streaming/api/environment/StreamExecutionEnvironment.class",
                            "org/apache/flink/core/fs/FileSystem.class",
                            "org/slf4j/Logger.class");
            for (JarEntry entry : ourClasses(jar)) {
                assertThat(majorVersion(jar, entry)).as(entry.getName()).isLessThanOrEqualTo(JAVA_11);
            }
        }
    }

    private static Path built() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-managed-flink.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no *-managed-flink.jar in target; run mvn package first"));
        }
    }

    private static List<JarEntry> ourClasses(JarFile jar) {
        List<JarEntry> classes = jar.stream()
                .filter(entry -> entry.getName().startsWith("io/contactpulse/")
                        && entry.getName().endsWith(".class"))
                .toList();
        assertThat(classes).isNotEmpty();
        return classes;
    }

    private static int majorVersion(JarFile jar, JarEntry entry) throws IOException {
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readInt();
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }
}
