package io.contactpulse.jobruntime.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.contactpulse.jobruntime.sink.WriteOutcome.Kind;
import io.contactpulse.jobruntime.table.Table;
import io.contactpulse.schema.AgentInterval;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class WriteOutcomeTest {
    private static final RowWrite<AgentInterval> WRITE =
            RowWrite.of(Table.of(AgentInterval.class), TestRows.interval("a", 1));

    @Test
    void isWrittenWithoutError() {
        assertThat(WriteOutcome.of(WRITE, null).kind()).isEqualTo(Kind.WRITTEN);
    }

    @Test
    void isSupersededWhenTheConditionFails() {
        assertThat(kindOf(ConditionalCheckFailedException.builder().build())).isEqualTo(Kind.SUPERSEDED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, ProvisionedThroughputExceededException, FAILED_FOR_NOW",
        "400, ThrottlingException, FAILED_FOR_NOW",
        "400, RequestLimitExceeded, FAILED_FOR_NOW",
        "400, TransactionConflictException, FAILED_FOR_NOW",
        "429, Anything, FAILED_FOR_NOW",
        "500, InternalServerError, FAILED_FOR_NOW",
        "503, ServiceUnavailable, FAILED_FOR_NOW",
        "400, ValidationException, REFUSED",
        "400, ItemCollectionSizeLimitExceededException, REFUSED",
        "400, AccessDeniedException, FAILED",
        "400, ResourceNotFoundException, FAILED",
        "400, UnrecognizedClientException, FAILED"
    })
    void isToldByTheServicesAnswer(int status, String code, Kind kind) {
        assertThat(kindOf(DynamoDbException.builder()
                        .statusCode(status)
                        .awsErrorDetails(
                                AwsErrorDetails.builder().errorCode(code).build())
                        .build()))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("clientErrors")
    void isToldByTheClientsTrouble(Throwable error, Kind kind) {
        assertThat(kindOf(error)).isEqualTo(kind);
    }

    private static Stream<Arguments> clientErrors() {
        return Stream.of(
                arguments(ApiCallTimeoutException.create(1), Kind.FAILED_FOR_NOW),
                arguments(ApiCallAttemptTimeoutException.create(1), Kind.FAILED_FOR_NOW),
                arguments(SdkClientException.create("reset", new IOException()), Kind.FAILED_FOR_NOW),
                arguments(SdkClientException.create("no credentials found"), Kind.FAILED),
                arguments(new IllegalStateException("a bug"), Kind.FAILED));
    }

    private static Kind kindOf(Throwable error) {
        return WriteOutcome.of(WRITE, new CompletionException(error)).kind();
    }
}
