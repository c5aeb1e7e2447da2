package com.acmecorp.aws;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

import java.net.URI;
import java.time.Duration;

/** Makes the SDK's clients. Closing one closes its connections, not the threads that it was given. */
final class AwsClients {

    /** A receive call answers at its wait time at the latest; a connection that is silent for longer is dead. */
    private static final Duration BEYOND_THE_WAIT = Duration.ofSeconds(10);

    private static final Duration SQS_CALL_TIMEOUT = Duration.ofSeconds(10);

    private AwsClients() {}

    /** Without the SDK's own retries: the publisher repeats what failed, whole calls and single events alike. */
    static EventBridgeAsyncClient eventBridge(AwsConfig config, SdkEventLoopGroup threads) {
        EventBridgeConfig settings = config.eventBridge();
        Duration timeout = Duration.ofMillis(settings.callTimeoutMs());
        return at(config.region(), settings.endpoint(), EventBridgeAsyncClient.builder())
                .httpClientBuilder(http(threads, settings.connections(), timeout))
                .overrideConfiguration(override -> override.apiCallTimeout(timeout)
                        .retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    static SqsAsyncClient sqs(AwsConfig config, SdkEventLoopGroup threads, int connections) {
        Duration silence = receiveTimeout(config.sqs());
        return at(config.region(), config.sqs().endpoint(), SqsAsyncClient.builder())
                .httpClientBuilder(http(threads, connections, silence))
                .overrideConfiguration(override -> override.apiCallTimeout(SQS_CALL_TIMEOUT))
                .build();
    }

    /** How long a receive call may take in all. */
    static Duration receiveTimeout(SqsConfig config) {
        return Duration.ofSeconds(config.waitSeconds()).plus(BEYOND_THE_WAIT);
    }

    private static <B extends AwsClientBuilder<B, ?>> B at(
            String region, String endpoint, B builder) {
        builder.region(Region.of(region));
        return endpoint.isEmpty() ? builder : builder.endpointOverride(URI.create(endpoint));
    }

    private static SdkAsyncHttpClient.Builder<?> http(
            SdkEventLoopGroup threads, int connections, Duration silence) {
        return NettyNioAsyncHttpClient.builder()
                .eventLoopGroup(threads)
                .maxConcurrency(connections)
                .connectionAcquisitionTimeout(silence)
                .readTimeout(silence);
    }
}
