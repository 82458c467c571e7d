package io.contactpulse.jobruntime.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** A real DynamoDB client between which and its caller things go wrong as a script says. */
final class FaultyDynamoDb implements DynamoDbAsyncClient {
    enum Fault {
        NONE,
        /** Refused without effect. */
        THROTTLED,
        /** Refused without effect. */
        SERVER_ERROR,
        /** Done, but the caller cannot know. */
        ANSWER_LOST,
        /** The caller gives up; the request is done some time later. */
        DONE_LATE,
        /** Refused for good. */
        REFUSED
    }

    private final DynamoDbAsyncClient real;
    private final Function<PutItemRequest, Fault> script;
    private final List<CompletableFuture<?>> late = new ArrayList<>();

    FaultyDynamoDb(DynamoDbAsyncClient real, Function<PutItemRequest, Fault> script) {
        this.real = real;
        this.script = script;
    }

    @Override
    public CompletableFuture<PutItemResponse> putItem(PutItemRequest request) {
        return switch (script.apply(request)) {
            case NONE -> real.putItem(request);
            case THROTTLED ->
                CompletableFuture.failedFuture(ProvisionedThroughputExceededException.builder()
                        .awsErrorDetails(code("ProvisionedThroughputExceededException"))
                        .statusCode(400)
                        .build());
            case SERVER_ERROR ->
                CompletableFuture.failedFuture(DynamoDbException.builder()
                        .awsErrorDetails(code("InternalServerError"))
                        .statusCode(500)
                        .build());
            case REFUSED ->
                CompletableFuture.failedFuture(DynamoDbException.builder()
                        .awsErrorDetails(code("ValidationException"))
                        .message("scripted")
                        .statusCode(400)
                        .build());
            case ANSWER_LOST ->
                real.putItem(request).handle((response, error) -> {
                    throw SdkClientException.create("scripted", new IOException("connection reset"));
                });
            case DONE_LATE -> {
                late.add(CompletableFuture.runAsync(
                        () -> real.putItem(request)
                                .exceptionally(
                                        error -> PutItemResponse.builder().build())
                                .join(),
                        CompletableFuture.delayedExecutor(3, TimeUnit.MILLISECONDS)));
                yield CompletableFuture.failedFuture(ApiCallTimeoutException.create(1));
            }
        };
    }

    private static AwsErrorDetails code(String code) {
        return AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage("scripted")
                .build();
    }

    /** Returns when the table has seen every request. */
    void awaitLate() {
        CompletableFuture.allOf(late.toArray(CompletableFuture[]::new)).join();
    }

    @Override
    public String serviceName() {
        return real.serviceName();
    }

    /** The real client is shared by many. */
    @Override
    public void close() {}
}
