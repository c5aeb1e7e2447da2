package com.acmecorp.web;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.database.Operation;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A database that answers GraphQL as a test says. */
final class FakeDatabase implements DatabaseClient {

    private final List<GraphQlRequest> asked = new CopyOnWriteArrayList<>();
    private volatile Future<GraphQlAnswer> answer =
            Future.succeededFuture(new GraphQlAnswer(Map.of(), null));

    @Override
    public Future<JsonObject> execute(Operation operation, JsonObject variables) {
        return Future.failedFuture(
                new UnsupportedOperationException("web has no operations of its own"));
    }

    @Override
    public Future<GraphQlAnswer> forward(GraphQlRequest request) {
        asked.add(request);
        return answer;
    }

    void answer(GraphQlAnswer next) {
        answer = Future.succeededFuture(next);
    }

    /** Answers when the test says, if ever. */
    Promise<GraphQlAnswer> answerLater() {
        Promise<GraphQlAnswer> later = Promise.promise();
        answer = later.future();
        return later;
    }

    List<GraphQlRequest> asked() {
        return asked;
    }
}
