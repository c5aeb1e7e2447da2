package com.acmecorp.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import java.time.Duration;

/**
 * The connections to the server, by whom they serve, so that none who looks takes one that an order waits for.
 *
 * @param orders for all that moves orders
 * @param watch for those who look at the system again and again; the server ends what takes them too long
 * @param reports for reads that cost what there is of an order book or a test; one at a time
 */
record Pools(Pool orders, Pool watch, Pool reports) {

    private static final int WATCHING = 2;
    private static final int REPORTING = 1;

    /** Nobody waits for a look that takes longer. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

    private static final Duration LONGEST_REPORT = Duration.ofSeconds(60);

    static Pools open(Vertx vertx, Server server, int connections) {
        return new Pools(
                Connections.open(vertx, server, connections),
                Connections.openReading(vertx, server, WATCHING, LONGEST_LOOK),
                Connections.openReading(vertx, server, REPORTING, LONGEST_REPORT));
    }

    /** All of them one pool, which has no limits of its own. */
    static Pools of(Pool pool) {
        return new Pools(pool, pool, pool);
    }

    Future<?> close() {
        return Future.join(orders.close(), watch.close(), reports.close());
    }
}
