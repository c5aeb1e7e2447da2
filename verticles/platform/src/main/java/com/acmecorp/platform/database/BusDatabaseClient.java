package com.acmecorp.platform.database;

import com.acmecorp.platform.problem.Problems;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;

/** Reaches the database context over the event bus, on whichever node it runs. */
public final class BusDatabaseClient implements DatabaseClient {

    /** Of operations whose documents are constants of ours. */
    public static final String ADDRESS = "database.graphql";

    /** Of requests whose documents somebody else wrote. */
    public static final String UNTRUSTED_ADDRESS = "database.graphql.untrusted";

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
        return send(ADDRESS, GraphQlRequest.of(operation, variables))
                .recover(DatabaseAway::explained)
                .compose(GraphQlAnswer::result);
    }

    @Override
    public Future<GraphQlAnswer> forward(GraphQlRequest request) {
        return send(UNTRUSTED_ADDRESS, request);
    }

    private Future<GraphQlAnswer> send(String address, GraphQlRequest request) {
        return vertx.eventBus()
                .<GraphQlAnswer>request(address, request, options)
                .map(Message::body)
                .recover(failure -> Future.failedFuture(Problems.of(failure).asException()));
    }
}
