package com.acmecorp.app.simulation;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** A way to the database on which operations, or their answers, get lost now and then. */
final class UnreliableDatabase implements DatabaseClient {

    private final DatabaseClient database;
    private final Vertx vertx;
    private final Trouble trouble;

    UnreliableDatabase(DatabaseClient database, Vertx vertx, Trouble trouble) {
        this.database = database;
        this.vertx = vertx;
        this.trouble = trouble;
    }

    @Override
    public Future<JsonObject> execute(Operation operation, JsonObject variables) {
        if (trouble.strikes()) {
            return lost();
        }
        return vertx.timer(trouble.delayMs())
                .compose(arrived -> database.execute(operation, variables))
                .compose(this::answer);
    }

    private Future<JsonObject> answer(JsonObject answer) {
        return trouble.strikes() ? lost() : vertx.timer(trouble.delayMs()).map(answer);
    }

    private Future<JsonObject> lost() {
        return vertx.timer(trouble.delayMs())
                .compose(late -> Future.failedFuture(
                        Problem.of(Kind.UNAVAILABLE, "The simulation lost it.").asException()));
    }

    @Override
    public Future<GraphQlAnswer> forward(GraphQlRequest request) {
        return database.forward(request);
    }
}
