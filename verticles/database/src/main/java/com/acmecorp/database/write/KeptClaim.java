package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.sqlclient.Row;

/**
 * An idempotency key that was used.
 *
 * @param order the order that it was used for
 * @param underWay whether that order's payment is under way yet, so that nobody knows whether it will be accepted
 */
public record KeptClaim(IdempotencyClaim claim, OrderId order, boolean underWay) {

    /** What a statement selects that {@link #of} understands; the key's condition follows. */
    public static final String COLUMNS = """
            k.idempotency_key, k.request_hash, k.order_id, i.order_id IS NOT NULL
            FROM idempotency_keys AS k LEFT JOIN payment_intents AS i ON i.order_id = k.order_id
            WHERE k.idempotency_key\s""";

    public static KeptClaim of(Row row) {
        return new KeptClaim(
                new IdempotencyClaim(row.getString(0), row.getString(1)),
                new OrderId(row.getLong(2)),
                row.getInteger(3) == 1);
    }

    /**
     * The order that was accepted, for who asks again. While that isn't decided, a changed request has to wait like the
     * same one: refused at once, its client would send it under a new key and might be charged twice.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when that was another request, or isn't decided yet
     */
    public OrderId acceptedFor(IdempotencyClaim again) {
        if (underWay) {
            throw Problem.ofField(
                            Kind.IN_PROGRESS,
                            "Idempotency-Key",
                            "This order is being paid for; please ask again in a moment, with the same Idempotency-Key.")
                    .asException();
        }
        again.requireSameRequest(claim);
        return order;
    }
}
