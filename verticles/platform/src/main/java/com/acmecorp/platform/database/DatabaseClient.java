package com.acmecorp.platform.database;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The only way to the data. */
public interface DatabaseClient {

    /**
     * Runs one operation.
     *
     * @return the response's {@code data}; a failure is a {@link com.acmecorp.platform.problem.ProblemException}
     */
    Future<JsonObject> execute(Operation operation, JsonObject variables);

    /** Passes on a request from outside as it is; GraphQL's errors are in the answer. */
    Future<GraphQlAnswer> forward(GraphQlRequest request);
}
