package com.acmecorp.platform.database;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.problem.Problems;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Map;

/** Reaches the database context over the event bus, on whichever node it runs. */
public final class BusDatabaseClient implements DatabaseClient {

    public static final String ADDRESS = "database.graphql";

    private final Vertx vertx;
    private final DeliveryOptions options;

    /**
     * A client on that bus.
     *
     * @param timeoutMs after which an operation that wasn't answered has failed
     */
    public BusDatabaseClient(Vertx vertx, long timeoutMs) {
        this.vertx = vertx;
        this.options = new DeliveryOptions().setSendTimeout(timeoutMs);
    }

    @Override
    public Future<JsonObject> execute(Operation operation, JsonObject variables) {
        return forward(GraphQlRequest.of(operation, variables)).compose(BusDatabaseClient::data);
    }

    @Override
    public Future<GraphQlAnswer> forward(GraphQlRequest request) {
        return vertx.eventBus()
                .<GraphQlAnswer>request(ADDRESS, request, options)
                .map(Message::body)
                .recover(failure -> Future.failedFuture(Problems.of(failure).asException()));
    }

    private static Future<JsonObject> data(GraphQlAnswer answer) {
        if (answer.errors() != null && !answer.errors().isEmpty()) {
            return Future.failedFuture(problemIn(answer.errors()));
        }
        Map<String, Object> data = answer.data();
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
