package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Use cases that do what a test says, and remember what they were asked. */
final class FakeUseCases implements UseCases {

    record Asked(String name, Request request) {}

    private final Map<String, Function<Request, Future<JsonObject>>> answers =
            new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    @Override
    public Future<Void> offer(String name, Function<Request, Future<JsonObject>> useCase) {
        answers.put(name, useCase);
        return Future.succeededFuture();
    }

    @Override
    public Future<JsonObject> call(String name, Request request) {
        asked.add(new Asked(name, request));
        return answers.getOrDefault(
                        name, unknown -> Future.succeededFuture(new JsonObject().put("done", name)))
                .apply(request);
    }

    void answer(String name, JsonObject answer) {
        answers.put(name, request -> Future.succeededFuture(answer.copy()));
    }

    /** Answers when the test says, if ever. */
    Promise<JsonObject> answerLater(String name) {
        Promise<JsonObject> answer = Promise.promise();
        answers.put(name, request -> answer.future());
        return answer;
    }

    void refuse(String name, Kind kind, String detail) {
        fail(name, Problem.of(kind, detail).asException());
    }

    void fail(String name, RuntimeException failure) {
        answers.put(name, request -> Future.failedFuture(failure));
    }

    void reset() {
        answers.clear();
        asked.clear();
    }

    List<Asked> asked() {
        return asked;
    }
}
