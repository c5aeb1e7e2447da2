package com.acmecorp.web.openapi;

import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;

import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The OpenAPI documents as data, for tests that take their examples from them. */
public final class OpenApiFiles {

    public static final List<String> ALL = List.of("public.yaml", "private.yaml");

    private OpenApiFiles() {}

    /** A request body that a document shows. */
    public record Example(String operationId, String path, JsonObject body) {

        @Override
        public String toString() {
            return operationId;
        }
    }

    public static JsonObject read(String file) {
        try (InputStream yaml = OpenApiFiles.class.getResourceAsStream("/openapi/" + file)) {
            return new JsonObject(
                    new Yaml().<Map<String, Object>>load(Objects.requireNonNull(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All examples of request bodies in a document. */
    public static Stream<Example> examples(String file) {
        JsonObject document = read(file);
        JsonObject paths = document.getJsonObject("paths");
        return paths.fieldNames().stream()
                .filter(path -> paths.getJsonObject(path).containsKey("post"))
                .flatMap(path ->
                        examples(document, path, paths.getJsonObject(path).getJsonObject("post")));
    }

    private static Stream<Example> examples(
            JsonObject document, String path, JsonObject operation) {
        JsonObject content = operation
                .getJsonObject("requestBody")
                .getJsonObject("content")
                .getJsonObject("application/json");
        JsonObject named = content.getJsonObject("examples", new JsonObject());
        Stream<JsonObject> bodies = content.containsKey("example")
                ? Stream.of(content.getJsonObject("example"))
                : named.fieldNames().stream()
                        .map(name -> resolved(document, named.getJsonObject(name)))
                        .map(example -> example.getJsonObject("value"));
        return bodies.map(body -> new Example(operation.getString("operationId"), path, body));
    }

    /** An example, or the one among the document's components that it refers to. */
    private static JsonObject resolved(JsonObject document, JsonObject example) {
        return example.containsKey("$ref")
                ? (JsonObject) Objects.requireNonNull(
                        JsonPointer.from(example.getString("$ref").substring(1))
                                .queryJson(document))
                : example;
    }
}
