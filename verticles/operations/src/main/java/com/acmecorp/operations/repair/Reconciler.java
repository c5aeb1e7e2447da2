package com.acmecorp.operations.repair;

import com.acmecorp.operations.facts.OrderFacts;
import com.acmecorp.operations.facts.OrdersSeen;
import com.acmecorp.operations.repair.Repairs.Repair;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;

/**
 * Looks again and again for effects that are missing although the journal has nothing left to do, and has their events
 * dispatched once more: handlers do nothing twice. It trusts no sweep of the journal. Two of them at work, on two nodes,
 * only try twice as often.
 *
 * <p>Payments without an order are the order context's: its intents know which provider to ask.
 */
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    public static final Operation DISPATCH_AGAIN = new Operation(
            "mutation DispatchAgain($eventKey: Long!) { dispatchAgain(eventKey: $eventKey) }");

    private final Vertx vertx;
    private final OrdersSeen orders;
    private final DatabaseClient database;
    private final RepairConfig config;
    private final Repairs repairs;
    private boolean stopped;

    public Reconciler(
            Vertx vertx,
            OrdersSeen orders,
            DatabaseClient database,
            RepairConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.orders = orders;
        this.database = database;
        this.config = config;
        this.repairs = new Repairs(config, clock);
    }

    /** Looks and mends until it is stopped. */
    public void start() {
        reconcile()
                .onFailure(
                        failure -> LOG.warn("orders can't be mended now: {}", failure.getMessage()))
                .transform(done -> vertx.timer(config.intervalMs()))
                .onComplete(passed -> again());
    }

    public void stop() {
        stopped = true;
    }

    private void again() {
        if (!stopped) {
            start();
        }
    }

    private Future<?> reconcile() {
        return orders.look().compose(this::mend);
    }

    private Future<?> mend(OrderFacts facts) {
        List<Future<JsonObject>> mended =
                repairs.due(facts.troubles()).stream().map(this::mend).toList();
        return Future.join(mended);
    }

    private Future<JsonObject> mend(Repair repair) {
        LOG.atWarn()
                .addKeyValue("orderId", repair.orderId())
                .addKeyValue("eventKey", repair.eventKey())
                .log(
                        "order is {}; its event is dispatched again, attempt {} of {}",
                        repair.kind(),
                        repair.attempt(),
                        config.attempts());
        return database.execute(DISPATCH_AGAIN, JsonObject.of("eventKey", repair.eventKey()));
    }
}
