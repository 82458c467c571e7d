package io.contactpulse.jobruntime.sink;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * How one AWS service is reached. The client retries a few times with growing pauses and then gives up, because the
 * sinks retry for as long as it takes and may have newer rows by then.
 */
final class AwsConnection implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ATTEMPTS = 3;

    private final String region;
    private final @Nullable URI endpoint;
    private final Duration callTimeout;
    private final Duration attemptTimeout;

    AwsConnection(String region, Optional<URI> endpoint, Duration callTimeout, Duration attemptTimeout) {
        this.region = region;
        this.endpoint = endpoint.orElse(null);
        this.callTimeout = callTimeout;
        this.attemptTimeout = attemptTimeout;
    }

    String region() {
        return region;
    }

    Optional<URI> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    Duration callTimeout() {
        return callTimeout;
    }

    Duration attemptTimeout() {
        return attemptTimeout;
    }

    <B extends AwsAsyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C connect(B builder, int concurrency) {
        endpoint().ifPresent(builder::endpointOverride);
        return builder.region(Region.of(region))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(concurrency)
                        .connectionAcquisitionTimeout(callTimeout)
                        .tcpKeepAlive(true))
                .overrideConfiguration(override -> override.apiCallTimeout(callTimeout)
                        .apiCallAttemptTimeout(attemptTimeout)
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()))
                // What follows an answer only puts a mail into the task's mailbox, so it needs no thread of its own.
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
                .build();
    }
}
