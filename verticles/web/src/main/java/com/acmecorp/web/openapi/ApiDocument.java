package com.acmecorp.web.openapi;

import io.vertx.core.http.HttpMethod;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An OpenAPI document of the jar: the operations that it promises. */
public record ApiDocument(List<ApiOperation> operations) {

    private static final Set<String> PLACES = Set.of("header", "query", "path");

    public ApiDocument {
        operations = List.copyOf(operations);
    }

    static ApiDocument of(Node root) {
        return new ApiDocument(
                root.child("paths").children().flatMap(ApiDocument::operations).toList());
    }

    private static Stream<ApiOperation> operations(Map.Entry<String, Node> path) {
        return path.getValue()
                .children()
                .map(method -> operation(path.getKey(), method.getKey(), method.getValue()));
    }

    private static ApiOperation operation(String path, String method, Node operation) {
        return new ApiOperation(
                operation.text("operationId"),
                HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
                path,
                headers(operation),
                parameters(operation),
                body(operation));
    }

    private static Optional<Rule> body(Node operation) {
        return operation
                .find("requestBody")
                .map(body -> body.child("content").child("application/json").child("schema"))
                .map(Schema::compile);
    }

    private static Map<String, Rule> headers(Node operation) {
        Map<String, Rule> headers = new HashMap<>();
        for (Node header : parameters(operation, "header")) {
            if (header.flag("required")) {
                throw new IllegalStateException("only optional headers are checked, not " + header);
            }
            headers.put(header.text("name"), Schema.compile(header.child("schema")));
        }
        return headers;
    }

    /** The parameters of path and query are checked like an object whose fields are texts. */
    private static Optional<Rule> parameters(Node operation) {
        Map<String, Rule> fields = new HashMap<>();
        List<String> required = new ArrayList<>();
        for (Node parameter : parameters(operation, "path", "query")) {
            fields.put(parameter.text("name"), Schema.compile(parameter.child("schema")));
            if (parameter.flag("required")) {
                required.add(parameter.text("name"));
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(Rules.closed(fields, required));
    }

    private static List<Node> parameters(Node operation, String... places) {
        List<Node> all = operation.list("parameters");
        all.stream().filter(parameter -> !PLACES.contains(parameter.text("in"))).forEach(odd -> {
            throw new IllegalStateException(
                    "only headers, paths and queries are checked, not " + odd);
        });
        return all.stream()
                .filter(parameter -> List.of(places).contains(parameter.text("in")))
                .toList();
    }
}
