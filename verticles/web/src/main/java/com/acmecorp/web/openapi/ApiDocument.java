package com.acmecorp.web.openapi;

import io.vertx.core.http.HttpMethod;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An OpenAPI document of the jar: the operations that it promises. */
public record ApiDocument(List<ApiOperation> operations) {

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
        for (Node parameter : operation.list("parameters")) {
            if (!parameter.text("in").equals("header") || parameter.flag("required")) {
                throw new IllegalStateException(
                        "only optional headers are checked, not " + parameter);
            }
            headers.put(parameter.text("name"), Schema.compile(parameter.child("schema")));
        }
        return headers;
    }
}
