package com.acmecorp.platform.usecase;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.function.Function;

/** What can be asked of the contexts by name: each offers its use cases, the HTTP side calls them. */
public interface UseCases {

    /**
     * Offers a use case under a name that no other has.
     *
     * @param useCase fails with a {@link com.acmecorp.platform.problem.ProblemException} when it refuses
     * @return ends when it can be called
     */
    Future<Void> offer(String name, Function<Request, Future<JsonObject>> useCase);

    /**
     * Calls a use case, wherever it runs.
     *
     * @return its answer; every failure is a {@link com.acmecorp.platform.problem.ProblemException}
     */
    Future<JsonObject> call(String name, Request request);
}
