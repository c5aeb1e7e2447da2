package com.acmecorp.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;

import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the stack into its template. Needs Node, for the CDK runs in it; needs no network. */
final class Synth {

    private static final String STACK = "acme";
    private static final String LINT = "validation-report.json";
    private static final Set<String> OBJECTIONS = Set.of("aws:cdk:error", "aws:cdk:warning");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** How the CDK behaves where it had to choose between better and as before. */
    private static final Map<String, Object> CHOICES = Stream.of(
                    "@aws-cdk/core:validateAgainstDefaultRules",
                    "@aws-cdk/core:checkSecretUsage",
                    "@aws-cdk/core:enablePartitionLiterals",
                    "@aws-cdk/aws-iam:minimizePolicies",
                    "@aws-cdk/aws-ecs:arnFormatIncludesClusterName",
                    "@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker",
                    "@aws-cdk/aws-ecs:reduceEc2FargateCloudWatchPermissions",
                    "@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm",
                    "@aws-cdk/aws-s3:createDefaultLoggingPolicy",
                    "@aws-cdk/aws-s3:publicAccessBlockedByDefault",
                    "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy",
                    "@aws-cdk/aws-events:eventsTargetQueueSameAccount",
                    "@aws-cdk/aws-cloudfront:defaultFunctionRuntimeV2_0")
            .collect(Collectors.toMap(choice -> choice, choice -> true));

    private final Path folder;

    private Synth(Path folder) {
        this.folder = folder;
    }

    /**
     * Synthesises into a folder.
     *
     * @param folder where the CDK leaves its files
     */
    static Synth into(Path folder) {
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .analyticsReporting(false)
                .context(CHOICES)
                .build());
        new AcmeStack(app, STACK);
        Aspects.of(app).add(new AwsSolutionsChecks());
        app.synth();
        return new Synth(folder);
    }

    /** The template as it is committed: keys in order, so that only changes are differences. */
    String template() {
        try {
            return JSON.writeValueAsString(
                            JSON.convertValue(read(STACK + ".template.json"), Object.class))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON", e);
        }
    }

    /** What cdk-nag and the CDK's own linter have against the stack: where, and what. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        read(STACK + ".metadata.json")
                .properties()
                .forEach(construct -> construct.getValue().forEach(entry -> {
                    if (OBJECTIONS.contains(entry.get("type").asText())) {
                        findings.add(
                                construct.getKey() + ": " + entry.get("data").asText());
                    }
                }));
        // The linter leaves a report only when it has something to say.
        if (Files.exists(folder.resolve(LINT))) {
            read(LINT).findValuesAsText("description", findings);
        }
        return findings;
    }

    private JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("the CDK didn't write it", e);
        }
    }
}
