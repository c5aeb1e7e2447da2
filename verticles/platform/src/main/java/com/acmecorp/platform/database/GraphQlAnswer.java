package com.acmecorp.platform.database;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** A GraphQL response as it travels, in the names of the specification. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GraphQlAnswer(
        @Nullable Map<String, Object> data, @Nullable List<Map<String, Object>> errors) {

    /** The data, or the first error as the problem that the database meant. */
    Future<JsonObject> result() {
        if (errors != null && !errors.isEmpty()) {
            return Future.failedFuture(problemIn(errors));
        }
        return data == null
                ? Future.failedFuture(
                        new IllegalStateException("a GraphQL answer without data and errors"))
                : Future.succeededFuture(new JsonObject(data));
    }

    /** The database puts the problem into the error's extensions; an error without one is a mistake in our document. */
    private static Throwable problemIn(List<Map<String, Object>> errors) {
        if (errors.getFirst().get("extensions") instanceof Map<?, ?> extensions
                && extensions.get("problem") instanceof Map<?, ?> problem) {
            return new ProblemException(EventJson.read(EventJson.write(problem), Problem.class));
        }
        return new IllegalStateException("the database refused an operation: " + errors);
    }
}
