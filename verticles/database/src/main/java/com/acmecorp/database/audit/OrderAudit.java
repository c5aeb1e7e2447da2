package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;
import com.acmecorp.database.sql.SharedLook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Knows how many orders there are of each kind, and which of them are in trouble. It looks at blocks of orders: each time
 * at some of those where something moves or is wrong, at the newest, and at some others in turn, so that a look costs a
 * bounded number of rows however many orders are open, and whatever becomes wrong in an old corner is seen within a
 * round. A block's figures are of one instant; that is all it takes for the sums to add up. Kept in memory, counted anew
 * after a start. Belongs to one event loop.
 */
public final class OrderAudit {

    /** Beyond that, each block is taken for one where events may be undispatched. */
    private static final long MOVING_EVENTS_SEEN = 10_000;

    private static final String WHERE_EVENTS_MOVE = """
            SELECT event_key DIV 16384, COUNT(*)
            FROM (SELECT event_key FROM events FORCE INDEX (events_by_dispatch)
              WHERE dispatch_at_ms >= 0 ORDER BY dispatch_at_ms LIMIT 10000) moving
            GROUP BY event_key DIV 16384""";
    private static final String NEWEST = "SELECT MAX(event_key) FROM events";
    private static final String NEXT = """
            SELECT (SELECT MIN(event_key) FROM events WHERE event_key >= ?),
              (SELECT MIN(order_id) * 16 FROM orders WHERE order_id >= ?)""";

    private static final long NEWEST_BLOCKS = 4;

    private final Snapshot snapshot;
    private final Clock clock;
    private final long handlingMs;
    private final SharedLook<Void> looks;
    private final NavigableMap<Long, OrderBlock> blocks = new TreeMap<>();
    private final Pace pace = new Pace();
    private long nextInTurn;
    private long nextBusy;
    private long newest;

    /**
     * A audit.
     *
     * @param handlingMs for how long an event that the journal is done with may still be under way to its handler
     */
    public OrderAudit(Vertx vertx, Pool pool, Clock clock, long handlingMs) {
        this.snapshot = new Snapshot(pool);
        this.clock = clock;
        this.handlingMs = handlingMs;
        this.looks = new SharedLook<>(vertx, clock, this::look);
    }

    /** Where events are undispatched. */
    private record Moving(Set<Long> blocks, boolean areAllKnown) {

        static Moving of(RowSet<Row> rows) {
            Set<Long> blocks = new TreeSet<>();
            long events = 0;
            for (Row row : rows) {
                blocks.add(row.getLong(0));
                events += row.getLong(1);
            }
            return new Moving(blocks, events < MOVING_EVENTS_SEEN);
        }

        boolean mayBeIn(long block) {
            return !areAllKnown || blocks.contains(block);
        }
    }

    /** How the orders add up, as of now. */
    public Future<Conservation> conservation() {
        return looks.take().map(seen -> Conservation.of(blocks.values()));
    }

    /** Adds the orders in trouble as of now to those reports. */
    public Future<TroubleReports> addTroubles(StageLimits limits, TroubleReports reports) {
        return looks.take().map(seen -> {
            long now = clock.millis();
            for (OrderBlock block : blocks.values()) {
                reports.add(block.open()
                        .inTrouble(limits, now)
                        .flatMap(order -> trouble(order, limits, now)));
                block.troubles().forEach(reports::add);
            }
            return reports;
        });
    }

    /**
     * The orders that became deliverable in a time and still wait for their customer, the smallest numbers first. One of
     * them may have been booked since it was seen.
     *
     * @param fromMs inclusive
     * @param untilMs inclusive
     * @param after only larger numbers
     */
    public Future<List<WaitingOrder>> waiting(long fromMs, long untilMs, long after, int most) {
        return looks.take()
                .map(seen -> blocks.values().stream()
                        .flatMap(block -> block.open().stream(OpenOrderState.WAITING))
                        .filter(OpenOrder::waitsForItsCustomer)
                        .filter(order -> order.sinceMs() >= fromMs && order.sinceMs() <= untilMs)
                        .map(order ->
                                new WaitingOrder(order.newest().orderId().value(), order.sinceMs()))
                        .filter(order -> order.orderId() > after)
                        .limit(most)
                        .toList());
    }

    /** What is dead is in the journal's care; it isn't told here. */
    private static Stream<Trouble> trouble(OpenOrder order, StageLimits limits, long now) {
        long id = order.newest().orderId().value();
        if (order.state() == OpenOrderState.LOST) {
            return Stream.of(
                    order.hasEvent()
                            ? Trouble.mendedBy(order.newest(), Kind.LOST, order.sinceMs())
                            : Trouble.unmendable(id, Kind.LOST, 0));
        }
        if (!order.isStuck(limits, now)) {
            return Stream.empty();
        }
        return Stream.of(
                order.state() == OpenOrderState.WAITING && order.stage() == Stage.STOCK
                        ? Trouble.mendedBy(order.newest(), Kind.STUCK, order.sinceMs())
                        : Trouble.unmendable(id, Kind.STUCK, order.sinceMs()));
    }

    private Future<Void> look() {
        long beganMs = clock.millis();
        return snapshot.<Void>read(this::look)
                .onComplete(done -> pace.took(clock.millis() - beganMs));
    }

    private Future<Void> look(SqlConnection connection) {
        return Future.all(
                        connection.query(WHERE_EVENTS_MOVE).execute(),
                        connection.query(NEWEST).execute(),
                        connection.preparedQuery(NEXT).execute(Range.from(nextInTurn)))
                .compose(found -> {
                    Moving moving = Moving.of(found.resultAt(0));
                    return read(
                            connection,
                            moving,
                            choose(moving, found.resultAt(1), found.resultAt(2)));
                });
    }

    private Set<Long> choose(Moving moving, RowSet<Row> last, RowSet<Row> next) {
        Set<Long> chosen = new TreeSet<>();
        moving.blocks().stream().limit(pace.busy()).forEach(chosen::add);
        addBusy(chosen);
        addNewest(chosen, last.iterator().next().getLong(0));
        addInTurn(chosen, next.iterator().next());
        return chosen;
    }

    /** In turn, where there are many. */
    private void addBusy(Set<Long> chosen) {
        List<Long> busy = Stream.concat(
                        blocks.tailMap(nextBusy).entrySet().stream(),
                        blocks.headMap(nextBusy).entrySet().stream())
                .filter(block -> block.getValue().isBusy())
                .map(Map.Entry::getKey)
                .limit(pace.busy())
                .toList();
        chosen.addAll(busy);
        nextBusy = busy.isEmpty() ? 0 : busy.getLast() + 1;
    }

    /** From where the newest order was at the last look to where it is now. */
    private void addNewest(Set<Long> chosen, @Nullable Long newestKey) {
        if (newestKey != null) {
            long now = Range.blockOfKey(newestKey);
            LongStream.rangeClosed(Math.max(newest, now - NEWEST_BLOCKS), now).forEach(chosen::add);
            newest = now;
        }
    }

    private void addInTurn(Set<Long> chosen, Row next) {
        long first = Math.min(blockOrEnd(next.getLong(0)), blockOrEnd(next.getLong(1)));
        if (first == Long.MAX_VALUE) {
            pace.sawAll();
            nextInTurn = 0;
        } else {
            nextInTurn = first + pace.inTurn();
            LongStream.range(first, nextInTurn).forEach(chosen::add);
        }
    }

    private static long blockOrEnd(@Nullable Long key) {
        return key == null ? Long.MAX_VALUE : Range.blockOfKey(key);
    }

    private Future<Void> read(SqlConnection connection, Moving moving, Set<Long> chosen) {
        List<Long> movingBlocks = chosen.stream().filter(moving::mayBeIn).toList();
        List<Long> others =
                chosen.stream().filter(block -> !moving.mayBeIn(block)).toList();
        return Future.all(read(connection, movingBlocks, true), read(connection, others, false))
                .mapEmpty();
    }

    private Future<?> read(SqlConnection connection, Collection<Long> chosen, boolean moving) {
        List<Future<?>> reads = new ArrayList<>();
        for (Range range : Range.covering(chosen)) {
            reads.add(new OrderBlockReads(connection, clock.millis(), handlingMs, moving)
                    .read(range)
                    .onSuccess(seen -> replace(range, seen)));
        }
        return Future.all(reads);
    }

    private void replace(Range range, Map<Long, OrderBlock> seen) {
        blocks.subMap(range.from(), range.to()).clear();
        blocks.putAll(seen);
    }
}
