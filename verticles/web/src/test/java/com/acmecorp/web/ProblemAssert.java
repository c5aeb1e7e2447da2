package com.acmecorp.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

/** Looks at an answer the way the caller of a refused request does. */
record ProblemAssert(HttpResponse<String> response, JsonObject problem) {

    static ProblemAssert assertProblem(HttpResponse<String> response, int status) {
        JsonObject problem = new JsonObject(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("type")).startsWith("urn:acme:problem:");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail"))
                .isNotBlank()
                .doesNotContain("Exception", "com.acmecorp", "java.");
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
        return new ProblemAssert(response, problem);
    }

    ProblemAssert saying(String... words) {
        assertThat(problem.getString("detail")).contains(words);
        return this;
    }

    ProblemAssert naming(String... fields) {
        assertThat(fields()).as(problem.encode()).contains(fields);
        return this;
    }

    ProblemAssert withHeader(String name, String value) {
        assertThat(response.headers().firstValue(name)).hasValue(value);
        return this;
    }

    private List<String> fields() {
        return problem.getJsonArray("errors", new JsonArray()).stream()
                .map(error -> Objects.requireNonNull(((JsonObject) error).getString("field")))
                .toList();
    }
}
