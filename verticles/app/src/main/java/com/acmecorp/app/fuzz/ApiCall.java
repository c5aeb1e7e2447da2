package com.acmecorp.app.fuzz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;

import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A call that an OpenAPI document promises.
 *
 * @param bodies those that the document shows; none where the call takes no body
 * @param parameters the names of what stands in its query
 * @param headers the names of the headers that it knows
 */
record ApiCall(
        String method,
        String path,
        boolean isPublic,
        List<JsonObject> bodies,
        List<String> parameters,
        List<String> headers) {

    /** Every call of both documents. */
    static List<ApiCall> all() {
        return Stream.concat(in("public.yaml", true), in("private.yaml", false)).toList();
    }

    private static Stream<ApiCall> in(String file, boolean isPublic) {
        JsonObject document = read(file);
        JsonObject paths = document.getJsonObject("paths");
        return paths.fieldNames().stream().flatMap(path -> {
            JsonObject operations = paths.getJsonObject(path);
            return operations.fieldNames().stream().map(method -> {
                JsonObject operation = operations.getJsonObject(method);
                return new ApiCall(
                        method.toUpperCase(Locale.ROOT),
                        path,
                        isPublic,
                        bodies(document, operation),
                        parameters(operation, "query"),
                        parameters(operation, "header"));
            });
        });
    }

    private static JsonObject read(String file) {
        try (InputStream yaml = ApiCall.class.getResourceAsStream("/openapi/" + file)) {
            return new JsonObject(
                    new Yaml().<Map<String, Object>>load(Objects.requireNonNull(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonObject> bodies(JsonObject document, JsonObject operation) {
        if (!operation.containsKey("requestBody")) {
            return List.of();
        }
        JsonObject content = operation
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json");
        if (content.containsKey("example")) {
            return List.of(content.getJsonObject("example"));
        }
        return content.getJsonObject("examples").stream()
                .map(named -> resolved(document, (JsonObject) named.getValue()))
                .map(example -> example.getJsonObject("value"))
                .toList();
    }

    /** An example, or the one among the document's components that it refers to. */
    private static JsonObject resolved(JsonObject document, JsonObject example) {
        return example.containsKey("$ref")
                ? (JsonObject) Objects.requireNonNull(
                        JsonPointer.from(example.getString("$ref").substring(1))
                                .queryJson(document))
                : example;
    }

    private static List<String> parameters(JsonObject operation, String place) {
        return operation.getJsonArray("parameters", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(parameter -> place.equals(parameter.getString("in")))
                .map(parameter -> parameter.getString("name"))
                .toList();
    }
}
