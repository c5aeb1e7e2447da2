package com.acmecorp.database.read;

import com.acmecorp.database.read.HeldOrder.HeldPayment;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.Rows;
import com.acmecorp.database.sql.SqlFailure;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;

import io.vertx.core.CompositeFuture;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;

/** Reads what we hold of orders, and whether they are at rest, by primary keys only. */
public final class HeldOrderReads {

    private static final String NEXT = """
            SELECT order_id FROM orders FORCE INDEX (PRIMARY) WHERE order_id < ? ORDER BY order_id DESC LIMIT ?""";

    private static final ManyKeys ORDERS = new ManyKeys("""
                    SELECT o.order_id, o.status, o.placed_at_ms, o.goods_awaited_at_ms, o.delivery_time_ms,
                      p.provider, p.reference, p.amount, p.currency, s.amount_cents, r.order_id,
                      f.state = 'REFUSED' OR f.by_hand IS NOT NULL, d.due_at_ms
                    FROM orders o FORCE INDEX (PRIMARY)
                    LEFT JOIN payments p ON p.order_id = o.order_id
                    LEFT JOIN refunds f ON f.order_id = o.order_id
                    LEFT JOIN ledger s ON s.order_id = o.order_id AND s.entry = 'SALE'
                    LEFT JOIN ledger r ON r.order_id = o.order_id AND r.entry = 'REVERSAL'
                    LEFT JOIN delivery_reservations d ON d.order_id = o.order_id
                    WHERE o.order_id IN""", "ORDER BY o.order_id DESC");

    private static final ManyKeys EVENTS = new ManyKeys(
            "SELECT event_key, occurred_at_ms, dispatch_at_ms FROM events FORCE INDEX (PRIMARY) WHERE event_key IN",
            "");

    private static final ManyKeys TRIED_AGAIN = new ManyKeys(
            "SELECT event_key FROM deliveries FORCE INDEX (PRIMARY)"
                    + " WHERE next_attempt_at_ms IS NOT NULL AND event_key IN",
            "");

    private final Pool pool;
    private final Clock clock;

    public HeldOrderReads(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Those with the largest numbers below one, the largest first.
     *
     * @param restMs for how long nothing has moved an order that is at rest
     */
    public Future<List<HeldOrder>> below(long before, int limit, long restMs) {
        return new Rows(pool)
                .select(NEXT, Tuple.of(before, limit), row -> row.getLong(0))
                .compose(orders -> of(orders, restMs));
    }

    /** Those of these orders that there are. */
    public Future<List<HeldOrder>> of(List<Long> orders, long restMs) {
        return orders.isEmpty()
                ? Future.succeededFuture(List.of())
                : pool.withConnection(connection -> read(connection, orders, restMs))
                        .map(Objects::requireNonNull)
                        .recover(SqlFailure::explained);
    }

    private Future<List<HeldOrder>> read(SqlConnection connection, List<Long> orders, long restMs) {
        List<Long> keys =
                orders.stream().flatMapToLong(HeldOrderReads::keys).boxed().toList();
        return Future.all(
                        ORDERS.execute(connection, orders),
                        EVENTS.execute(connection, keys),
                        TRIED_AGAIN.execute(connection, keys))
                .map(read -> held(read, clock.millis() - restMs));
    }

    /** All keys that an order's events may have. */
    private static LongStream keys(long order) {
        OrderId id = new OrderId(order);
        return LongStream.rangeClosed(
                EventKey.first(id).value(), EventKey.last(id).value());
    }

    private static List<HeldOrder> held(CompositeFuture read, long restingSinceMs) {
        Moves moves = new Moves(new HashSet<>(), new HashSet<>());
        List<Row> orders = read.resultAt(0);
        List<Row> events = read.resultAt(1);
        List<Row> triedAgain = read.resultAt(2);
        events.forEach(event -> moves.add(event, restingSinceMs));
        triedAgain.forEach(delivery -> moves.add(delivery.getLong(0)));
        return orders.stream().map(order -> held(order, moves, restingSinceMs)).toList();
    }

    /** What events say of their orders: which move still, and of which the goods have come. */
    private record Moves(Set<Long> moving, Set<Long> stocked) {

        void add(Row event, long restingSinceMs) {
            EventKey key = new EventKey(event.getLong(0));
            long order = key.orderId().value();
            if (event.getLong(1) > restingSinceMs || event.getLong(2) != null) {
                moving.add(order);
            }
            if (key.equals(EventKey.of(key.orderId(), EventType.STOCK_CREATED))) {
                stocked.add(order);
            }
        }

        void add(long eventKey) {
            moving.add(new EventKey(eventKey).orderId().value());
        }
    }

    private static HeldOrder held(Row order, Moves moves, long restingSinceMs) {
        long id = order.getLong(0);
        Long awaitedAtMs = order.getLong(3);
        Long deliveryTimeMs = order.getLong(4);
        boolean reservationIsClaimed = order.getLong(12) != null;
        boolean atRest = !moves.moving().contains(id)
                && !reservationIsClaimed
                && order.getLong(2) <= restingSinceMs
                && (awaitedAtMs == null || awaitedAtMs <= restingSinceMs);
        return new HeldOrder(
                id,
                order.getString(1),
                atRest,
                awaitedAtMs != null,
                moves.stocked().contains(id),
                deliveryTimeMs == null ? null : deliveryTimeMs.toString(),
                payment(order),
                order.getLong(9),
                order.getLong(10) != null,
                order.getInteger(11) != null && order.getInteger(11) == 1);
    }

    private static @Nullable HeldPayment payment(Row order) {
        return order.getString(5) == null
                ? null
                : new HeldPayment(
                        order.getString(5),
                        order.getString(6),
                        order.getLong(7),
                        order.getString(8));
    }
}
