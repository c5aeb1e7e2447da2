package com.acmecorp.database.read;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.OrderCreated;

import io.vertx.sqlclient.Row;

import org.jspecify.annotations.Nullable;

/**
 * What became of the order that was sent under an idempotency key; the names are those of GraphQL.
 *
 * @param orderId only of an accepted order
 * @param linkGeneration of its links that are good
 */
public record OrderOutcome(State state, @Nullable Long orderId, int linkGeneration) {

    /** Whether there is an order. */
    public enum State {
        ACCEPTED,
        /** Its payment is open: nobody knows yet whether there will be an order. */
        IN_PROGRESS,
        NONE
    }

    static final OrderOutcome NONE = new OrderOutcome(State.NONE, null, 0);

    /** The order is told only to somebody who knows the e-mail address that it was sent with. */
    static OrderOutcome of(Row row, String email) {
        String sent = row.getString(2);
        if (sent == null || !isFrom(email, EventJson.read(sent, OrderCreated.class))) {
            return NONE;
        }
        boolean open = row.getInteger(1) == 1;
        return open
                ? new OrderOutcome(State.IN_PROGRESS, null, 0)
                : new OrderOutcome(State.ACCEPTED, row.getLong(0), row.getInteger(3));
    }

    private static boolean isFrom(String email, OrderCreated order) {
        return order.email().strip().equalsIgnoreCase(email.strip());
    }
}
