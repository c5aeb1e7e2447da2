package com.acmecorp.aws.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code deploy/aws} would make in AWS, as far as events travel through it: bus, rules, targets and queues of the
 * synthesised template, so that routing and deployment can't drift apart.
 */
final class CloudTemplate {

    private static final Path FILE =
            Path.of("..", "..", "deploy", "aws", "acme.template.json").toAbsolutePath();
    private static final String ARN = "arn:aws:sqs:elasticmq:000000000000:";

    private final JsonObject resources;

    private CloudTemplate(JsonObject resources) {
        this.resources = resources;
    }

    static CloudTemplate read() {
        try {
            return new CloudTemplate(
                    new JsonObject(Files.readString(FILE)).getJsonObject("Resources"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dead-letter queues first, because the others name them. */
    void makeQueues(SqsAsyncClient sqs) {
        Stream.of(false, true)
                .flatMap(redriven -> all("AWS::SQS::Queue")
                        .filter(queue -> queue.containsKey("RedrivePolicy") == redriven))
                .forEach(queue -> sqs.createQueue(
                                request -> request.queueName(queue.getString("QueueName"))
                                        .attributes(attributes(queue)))
                        .join());
    }

    private Map<QueueAttributeName, String> attributes(JsonObject queue) {
        Map<QueueAttributeName, String> attributes = new HashMap<>();
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(queue.getInteger("VisibilityTimeout", 30)));
        JsonObject redrive = queue.getJsonObject("RedrivePolicy");
        if (redrive != null) {
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    JsonObject.of(
                                    "deadLetterTargetArn",
                                    arn(redrive.getValue("deadLetterTargetArn")),
                                    "maxReceiveCount",
                                    redrive.getInteger("maxReceiveCount"))
                            .encode());
        }
        return attributes;
    }

    void makeBus(EventBridgeAsyncClient events) {
        all("AWS::Events::EventBus")
                .forEach(
                        bus -> events.createEventBus(request -> request.name(bus.getString("Name")))
                                .join());
        all("AWS::Events::Rule")
                .filter(rule -> rule.containsKey("EventPattern"))
                .forEach(rule -> makeRule(events, rule));
    }

    private void makeRule(EventBridgeAsyncClient events, JsonObject rule) {
        String bus = name(rule.getValue("EventBusName"));
        String name = rule.getString("Name");
        events.putRule(request -> request.eventBusName(bus)
                        .name(name)
                        .eventPattern(rule.getJsonObject("EventPattern").encode()))
                .join();
        events.putTargets(request -> request.eventBusName(bus)
                        .rule(name)
                        .targets(rule.getJsonArray("Targets").stream()
                                .map(target -> target((JsonObject) target))
                                .toList()))
                .join();
    }

    private Target target(JsonObject target) {
        return Target.builder()
                .id(target.getString("Id"))
                .arn(arn(target.getValue("Arn")))
                .build();
    }

    /** The ARN that {@code {"Fn::GetAtt": ["SomeQueue", "Arn"]}} would be. */
    private String arn(Object reference) {
        JsonArray attribute = ((JsonObject) reference).getJsonArray("Fn::GetAtt");
        return ARN + properties(attribute.getString(0)).getString("QueueName");
    }

    /** The name that {@code {"Ref": "SomeBus"}} would be, or the name itself. */
    private String name(Object reference) {
        return reference instanceof JsonObject ref
                ? properties(ref.getString("Ref")).getString("Name")
                : String.valueOf(reference);
    }

    private JsonObject properties(String id) {
        return resources.getJsonObject(id).getJsonObject("Properties");
    }

    private Stream<JsonObject> all(String type) {
        return resources.fieldNames().stream()
                .map(resources::getJsonObject)
                .filter(resource -> resource.getString("Type").equals(type))
                .map(resource -> resource.getJsonObject("Properties"));
    }
}
