package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * Hands out order ids from a block that this process fetched from the database: unique everywhere, and a trip to the
 * database only once a block. Belongs to one event loop.
 */
final class OrderIds {

    private final DatabaseClient database;
    private final int block;
    private long next;
    private long end;
    private @Nullable Future<Void> fetching;

    OrderIds(DatabaseClient database, int block) {
        this.database = database;
        this.block = block;
    }

    Future<OrderId> next() {
        return next < end
                ? Future.succeededFuture(new OrderId(next++))
                : fetchOnce().compose(fetched -> next());
    }

    /** All who wait for an id wait for the same block. */
    private Future<Void> fetchOnce() {
        Future<Void> underWay = fetching;
        if (underWay == null || underWay.isComplete()) {
            underWay = fetch();
            fetching = underWay;
        }
        return underWay;
    }

    private Future<Void> fetch() {
        return database.execute(OrderOperations.ALLOCATE_IDS, new JsonObject().put("count", block))
                .map(this::begin);
    }

    private @Nullable Void begin(JsonObject answer) {
        next = answer.getLong("allocateOrderIds");
        end = next + block;
        return null;
    }
}
