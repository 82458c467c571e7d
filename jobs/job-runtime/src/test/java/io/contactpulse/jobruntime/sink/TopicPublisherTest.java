package io.contactpulse.jobruntime.sink;

import static io.contactpulse.jobruntime.sink.TestMessages.message;
import static io.contactpulse.testkit.Moments.NINE_OCLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactpulse.jobruntime.sink.PublishOutcome.Kind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.SnsException;

class TopicPublisherTest {
    private final List<Integer> requestSizes = new ArrayList<>();

    @Test
    void sendsMessagesOfARefusedRequestOneByOne() {
        // given
        TopicPublisher publisher = publisher(request -> request.publishBatchRequestEntries().stream()
                        .anyMatch(entry -> entry.message().contains("odd"))
                ? refused(400, "InvalidParameter")
                : accepted());

        // when
        List<PublishOutcome> outcomes = publish(publisher, "m-1", "odd", "m-2");

        // then
        assertThat(outcomes)
                .extracting(outcome -> outcome.message().id() + " " + outcome.kind())
                .containsExactly("m-1 PUBLISHED", "odd REFUSED", "m-2 PUBLISHED");
        assertThat(requestSizes).containsExactly(3, 1, 1, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "403, AuthorizationError, FAILED",
        "404, NotFound, FAILED",
        "400, Throttled, FAILED_FOR_NOW",
        "429, Throttled, FAILED_FOR_NOW",
        "500, InternalError, FAILED_FOR_NOW",
        "400, InvalidParameter, REFUSED"
    })
    void isToldByTheServicesAnswer(int status, String code, Kind kind) {
        assertThat(publish(publisher(request -> refused(status, code)), "m-1"))
                .extracting(PublishOutcome::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "true, InvalidParameter, REFUSED",
        "false, InternalError, FAILED_FOR_NOW",
        "true, Throttled, FAILED_FOR_NOW"
    })
    void isToldByTheEntrysFailure(boolean senderFault, String code, Kind kind) {
        TopicPublisher publisher = publisher(request -> CompletableFuture.completedFuture(PublishBatchResponse.builder()
                .failed(BatchResultErrorEntry.builder()
                        .id("1")
                        .senderFault(senderFault)
                        .code(code)
                        .build())
                .build()));

        assertThat(publish(publisher, "m-1", "m-2"))
                .extracting(PublishOutcome::kind)
                .containsExactly(Kind.PUBLISHED, kind);
    }

    private static List<PublishOutcome> publish(TopicPublisher publisher, String... messageIds) {
        return publisher
                .publish(Stream.of(messageIds)
                        .map(id -> OutgoingMessage.of(message(id).build()))
                        .collect(Collectors.toList()))
                .join();
    }

    private static CompletableFuture<PublishBatchResponse> accepted() {
        return CompletableFuture.completedFuture(PublishBatchResponse.builder().build());
    }

    private static CompletableFuture<PublishBatchResponse> refused(int status, String code) {
        return CompletableFuture.failedFuture(new CompletionException(SnsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build()));
    }

    private TopicPublisher publisher(Function<PublishBatchRequest, CompletableFuture<PublishBatchResponse>> answers) {
        SnsAsyncClient client = new SnsAsyncClient() {
            @Override
            public CompletableFuture<PublishBatchResponse> publishBatch(PublishBatchRequest request) {
                requestSizes.add(request.publishBatchRequestEntries().size());
                return answers.apply(request);
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
        return new TopicPublisher(
                client, "arn:aws:sns:us-east-1:000000000000:any", Clock.fixed(NINE_OCLOCK, ZoneOffset.UTC));
    }
}
