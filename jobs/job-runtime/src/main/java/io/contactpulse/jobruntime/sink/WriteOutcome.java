package io.contactpulse.jobruntime.sink;

import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What the service answered to one conditional write. */
final class WriteOutcome<T extends SpecificRecord> {
    enum Kind {
        WRITTEN,
        SUPERSEDED,
        REFUSED,
        FAILED_FOR_NOW,
        FAILED
    }

    private static final Set<String> REFUSALS =
            Set.of("ValidationException", "ItemCollectionSizeLimitExceededException");

    private final RowWrite<T> write;
    private final Kind kind;
    private final @Nullable Throwable error;

    private WriteOutcome(RowWrite<T> write, Kind kind, @Nullable Throwable error) {
        this.write = write;
        this.kind = kind;
        this.error = error;
    }

    static <T extends SpecificRecord> WriteOutcome<T> of(RowWrite<T> write, @Nullable Throwable failure) {
        if (failure == null) {
            return new WriteOutcome<>(write, Kind.WRITTEN, null);
        }
        Throwable error = AwsErrors.unwrap(failure);
        return new WriteOutcome<>(write, kindOf(error), error);
    }

    private static Kind kindOf(Throwable error) {
        if (error instanceof ConditionalCheckFailedException) {
            return Kind.SUPERSEDED;
        }
        if (AwsErrors.code(error).filter(REFUSALS::contains).isPresent()) {
            return Kind.REFUSED;
        }
        return AwsErrors.isPassing(error) ? Kind.FAILED_FOR_NOW : Kind.FAILED;
    }

    RowWrite<T> write() {
        return write;
    }

    Kind kind() {
        return kind;
    }

    String message() {
        return error == null ? "" : String.valueOf(error.getMessage());
    }

    @Nullable
    Throwable error() {
        return error;
    }
}
