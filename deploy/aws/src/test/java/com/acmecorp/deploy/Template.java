package com.acmecorp.deploy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The committed template, read without the CDK and so without Node. */
final class Template {

    static final Path FILE = Path.of("acme.template.json");

    /** The root of the repository. */
    static final Path ROOT = Path.of("../..");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CONTENT = json(FILE);

    private Template() {}

    static JsonNode content() {
        return CONTENT;
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources of a type like {@code SQS::Queue}, by their logical ids. */
    static Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new HashMap<>();
        CONTENT.get("Resources").properties().forEach(resource -> {
            if (resource.getValue().get("Type").asText().equals("AWS::" + type)) {
                found.put(resource.getKey(), resource.getValue());
            }
        });
        return found;
    }

    /** The properties of the resources of a type. */
    static List<JsonNode> all(String type) {
        return resources(type).values().stream()
                .map(resource -> resource.path("Properties"))
                .toList();
    }

    /** Properties of the resource that a {@code Ref} or {@code Fn::GetAtt} leads to. */
    static JsonNode referred(JsonNode reference) {
        return CONTENT.get("Resources").get(idOf(reference)).path("Properties");
    }

    static String idOf(JsonNode reference) {
        JsonNode attribute = reference.path("Fn::GetAtt");
        return attribute.isArray()
                ? attribute.get(0).asText()
                : reference.path("Ref").asText();
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** The texts of a list, or the only one. */
    static List<String> texts(JsonNode value) {
        return value.isArray()
                ? JSON.convertValue(value, new TypeReference<List<String>>() {})
                : List.of(value.asText());
    }

    /** The statements of a service's task role. */
    static List<JsonNode> statementsOf(String context) {
        String role = idOf(task(context).get("TaskRoleArn"));
        return all("IAM::Policy").stream()
                .filter(policy -> each(policy.get("Roles")).anyMatch(of -> idOf(of).equals(role)))
                .flatMap(policy -> each(policy.at("/PolicyDocument/Statement")))
                .toList();
    }

    static JsonNode task(String context) {
        return all("ECS::TaskDefinition").stream()
                .filter(task -> task.get("Family").asText().equals("acme-" + context))
                .findFirst()
                .orElseThrow();
    }

    /** The container with the jar. */
    static JsonNode jar(String context) {
        return each(task(context).get("ContainerDefinitions"))
                .filter(container -> container.get("Name").asText().equals(ServiceTask.JAR))
                .findFirst()
                .orElseThrow();
    }
}
