package io.contactpulse.standins;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a new version of a schema must be able to do with the versions before it. */
enum SchemaCompatibilityMode {
    NONE,
    DISABLED,
    BACKWARD,
    BACKWARD_ALL,
    FORWARD,
    FORWARD_ALL,
    FULL,
    FULL_ALL;

    static SchemaCompatibilityMode named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ServiceFault(
                        "InvalidInputException", "Compatibility is one of " + Arrays.toString(values())));
    }

    /** The earlier versions are in order, oldest first. */
    boolean accepts(Schema candidate, List<Schema> earlier) {
        return relevant(earlier).stream().allMatch(previous -> acceptsAfter(previous, candidate));
    }

    private List<Schema> relevant(List<Schema> earlier) {
        return switch (this) {
            case NONE, DISABLED -> List.of();
            case BACKWARD, FORWARD, FULL -> earlier.subList(Math.max(0, earlier.size() - 1), earlier.size());
            case BACKWARD_ALL, FORWARD_ALL, FULL_ALL -> earlier;
        };
    }

    private boolean acceptsAfter(Schema previous, Schema candidate) {
        return switch (this) {
            case NONE, DISABLED -> true;
            case BACKWARD, BACKWARD_ALL -> reads(candidate, previous);
            case FORWARD, FORWARD_ALL -> reads(previous, candidate);
            case FULL, FULL_ALL -> reads(candidate, previous) && reads(previous, candidate);
        };
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
