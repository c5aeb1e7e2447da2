package com.acmecorp.platform.party;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.Operation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** What a party holds of our orders, compared with what we hold. One class for each party. */
public interface PartyBooks {

    /** The party as alerts name it, such as {@code the stockist}. */
    String party();

    /** Reads what we hold; made by {@link #reading}. */
    Operation query();

    /**
     * Asks the party and compares.
     *
     * @param ours the order as {@link #query} read it; nothing has moved it for a while
     * @return how the two differ; empty where they agree, or the party can't know. Fails when it couldn't be asked
     */
    Future<Optional<Difference>> compare(OrderId order, JsonObject ours);

    /** The query that reads these fields of each order. */
    static Operation reading(String fields) {
        return new Operation("""
                query GetOrdersToCompare($ids: [Long!], $before: Long, $limit: Int!, $restMs: Long!) {
                  getOrdersToCompare(ids: $ids, before: $before, limit: $limit, restMs: $restMs) {
                    orderId atRest %s
                  }
                }""".formatted(fields));
    }

    /**
     * How what we hold for an order differs from what the party holds.
     *
     * @param ours in a few words
     * @param theirs in a few words
     * @param advice what a person should do
     */
    record Difference(String ours, String theirs, String advice) {

        /** Of what both say, where they don't say the same. */
        public static Optional<Difference> between(
                String ours, @Nullable String theirs, String advice) {
            return theirs == null || ours.equals(theirs)
                    ? Optional.empty()
                    : Optional.of(new Difference(ours, theirs, advice));
        }
    }
}
