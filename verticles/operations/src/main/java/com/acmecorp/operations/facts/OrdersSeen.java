package com.acmecorp.operations.facts;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Asks the database about all orders. */
public record OrdersSeen(DatabaseClient database, StageLimits limits) {

    /** Orders of each kind that are named; more than an alert names, so that many can be mended at a time. */
    public static final int NAMED = 100;

    /** Orders of each party that are named where it holds something else than we do. */
    private static final int DIFFERING = 20;

    public static final Operation LOOK = new Operation("""
            query LookAtOrders($limits: TroubleLimits!, $most: Long!, $mostDiffering: Long!) {
              getBacklog {
                undispatched overdueMs retrying dead
                missingSubscribers { subscriber events waitingMs }
                countedUpTo
              }
              getConservation { accepted inFlight booked cancelled dead lost }
              getTroubles(limits: $limits, most: $most) { kind total atLeast orders { orderId eventKey } }
              getPartyDifferences(most: $mostDiffering) {
                party total atLeast
                orders { orderId ours theirs advice }
              }
            }""");

    public Future<OrderFacts> look() {
        JsonObject variables =
                JsonObject.of("limits", limits.json(), "most", NAMED, "mostDiffering", DIFFERING);
        return database.execute(LOOK, variables).map(OrderFacts::of);
    }
}
