package com.acmecorp.platform.database;

import com.acmecorp.platform.problem.Problems;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;

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
        return forward(GraphQlRequest.of(operation, variables)).compose(GraphQlAnswer::result);
    }

    @Override
    public Future<GraphQlAnswer> forward(GraphQlRequest request) {
        return vertx.eventBus()
                .<GraphQlAnswer>request(ADDRESS, request, options)
                .map(Message::body)
                .recover(failure -> Future.failedFuture(Problems.of(failure).asException()));
    }
}
