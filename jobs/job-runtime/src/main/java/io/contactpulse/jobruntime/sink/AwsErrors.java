package io.contactpulse.jobruntime.sink;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Tells passing trouble (throttling, an outage, a lost connection) from what the same call would meet again. */
final class AwsErrors {
    private static final Set<String> PASSING_CODES =
            Set.of("TransactionConflictException", "ReplicatedWriteConflictException");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private AwsErrors() {}

    static Throwable unwrap(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    static boolean isPassing(Throwable error) {
        if (error instanceof AwsServiceException) {
            return isPassing((AwsServiceException) error);
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof ApiCallTimeoutException
                    || cause instanceof ApiCallAttemptTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(AwsServiceException error) {
        return error.isThrottlingException()
                || error.isClockSkewException()
                || error.statusCode() >= SERVER_ERROR
                || error.statusCode() == TOO_MANY_REQUESTS
                || code(error).filter(AwsErrors::isPassing).isPresent();
    }

    /** SNS says "Throttled", which the SDK does not count as throttling. */
    static boolean isPassing(String code) {
        return PASSING_CODES.contains(code) || code.contains("Throttl");
    }

    /** The service's own name for the error, if it was the service that refused. */
    static Optional<String> code(Throwable error) {
        if (!(error instanceof AwsServiceException) || ((AwsServiceException) error).awsErrorDetails() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                ((AwsServiceException) error).awsErrorDetails().errorCode());
    }
}
