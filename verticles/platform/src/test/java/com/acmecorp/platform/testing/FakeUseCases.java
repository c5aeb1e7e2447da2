package com.acmecorp.platform.testing;

import com.acmecorp.platform.usecase.Request;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Calls a use case directly, so that a test sees the failure it ended with. */
public final class FakeUseCases implements UseCases {

    private final Map<String, Function<Request, Future<JsonObject>>> offered =
            new ConcurrentHashMap<>();

    @Override
    public Future<Void> offer(String name, Function<Request, Future<JsonObject>> useCase) {
        offered.put(name, useCase);
        return Future.succeededFuture();
    }

    /** The names of what can be asked. */
    public Set<String> names() {
        return Set.copyOf(offered.keySet());
    }

    @Override
    public Future<JsonObject> call(String name, Request request) {
        Function<Request, Future<JsonObject>> useCase = offered.get(name);
        return useCase == null
                ? Future.failedFuture("nobody offers " + name)
                : Future.succeededFuture(request).compose(useCase);
    }

    public Future<JsonObject> call(String name, JsonObject body) {
        return call(name, Request.of(body));
    }
}
