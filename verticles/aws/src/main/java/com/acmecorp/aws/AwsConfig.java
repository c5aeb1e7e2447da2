package com.acmecorp.aws;

import com.acmecorp.platform.config.Settings;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * Settings of the events' way through AWS. Credentials come from where the SDK looks for them: the container's role,
 * the environment, a profile.
 *
 * @param region of the bus and the queues
 */
public record AwsConfig(String region, EventBridgeConfig eventBridge, SqsConfig sqs) {

    /**
     * Reads the settings.
     *
     * @param used whether this process' events go through AWS; only then the region must be known
     */
    public static AwsConfig from(Settings settings, boolean used) {
        String region =
                settings.text("aws.region", "of bus and queues; left out: `AWS_REGION`", "");
        return new AwsConfig(
                used && region.isEmpty() ? regionOfTheEnvironment(settings) : region,
                EventBridgeConfig.from(settings),
                SqsConfig.from(settings));
    }

    /** AWS_REGION, which ECS sets, or a profile; the SDK would also ask a machine that may not be there. */
    private static String regionOfTheEnvironment(Settings settings) {
        try {
            return new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(), new AwsProfileRegionProvider())
                    .getRegion()
                    .id();
        } catch (SdkClientException e) {
            settings.error(
                    "aws.region",
                    "is needed for events.transport=eventbridge, here or in AWS_REGION, such as eu-west-1");
            return "";
        }
    }
}
