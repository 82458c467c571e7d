package io.contactpulse.jobruntime.config;

import com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Finds the property groups an application was started with: in the file named by {@code --properties}, or where
 * Managed Flink puts them. Both have the same format, so a file that works here works there.
 */
public final class RuntimeProperties {
    private static final String FILE_OPTION = "--properties";

    private RuntimeProperties() {}

    public static Map<String, Properties> load(String[] arguments) {
        if (arguments.length == 0) {
            return ofManagedFlink();
        }
        if (!arguments[0].equals(FILE_OPTION)) {
            throw problem("unknown argument '" + arguments[0] + "'; the only one is " + FILE_OPTION + " FILE");
        }
        if (arguments.length != 2) {
            throw problem(FILE_OPTION + " takes exactly one file, not "
                    + Arrays.asList(arguments).subList(1, arguments.length));
        }
        return ofFile(arguments[1]);
    }

    private static Map<String, Properties> ofFile(String name) {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException e) {
            throw problem("'" + name + "' is not the name of a file");
        }
        if (!Files.isRegularFile(file)) {
            throw problem("the properties file " + file.toAbsolutePath() + " does not exist");
        }
        try {
            return PropertyGroups.parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw problem("the properties file " + file.toAbsolutePath() + " cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, Properties> ofManagedFlink() {
        Map<String, Properties> groups;
        try {
            groups = KinesisAnalyticsRuntime.getApplicationProperties();
        } catch (IOException e) {
            throw problem("the runtime properties of Managed Flink cannot be read: " + e.getMessage());
        }
        if (groups.isEmpty()) {
            throw problem("there are no runtime properties: give the application its property groups in Managed Flink,"
                    + " or pass " + FILE_OPTION + " FILE");
        }
        return groups;
    }

    private static InvalidSettings problem(String message) {
        return new InvalidSettings(List.of(message));
    }
}
