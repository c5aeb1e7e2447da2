package com.acmecorp.database.census;

import com.acmecorp.database.census.Trouble.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Knows how many orders there are of each kind, and which of them are in trouble. It looks at cells of orders: each time
 * at those where something moves or is wrong, at the newest, and at some others in turn, so that a look costs what is
 * open, and whatever becomes wrong in an old corner is seen within a round. A cell's figures are of one instant; that is
 * all it takes for the sums to add up. Kept in memory, counted anew after a start. Belongs to one event loop.
 */
public final class Census {

    private static final String WHERE_EVENTS_MOVE = """
            SELECT DISTINCT event_key DIV 16384 FROM events FORCE INDEX (events_by_dispatch)
            WHERE dispatch_at_ms >= 0 LIMIT 64""";
    private static final String NEWEST = "SELECT MAX(event_key) FROM events";
    private static final String NEXT = """
            SELECT (SELECT MIN(event_key) FROM events WHERE event_key >= ?),
              (SELECT MIN(order_id) * 16 FROM orders WHERE order_id >= ?)""";

    private static final int MOST_BUSY_CELLS = 64;
    private static final long CELLS_IN_TURN = 4;

    /** After a start, until each cell was looked at once. */
    private static final long CELLS_AT_FIRST = 256;

    /** One that is never answered must not be the last. */
    private static final long LONGEST_LOOK_S = 120;

    private final Snapshot snapshot;
    private final Clock clock;
    private final long handlingMs;
    private final NavigableMap<Long, Cell> cells = new TreeMap<>();
    private long nextInTurn;
    private long newest;
    private boolean sawAll;
    private Future<Void> looking = Future.succeededFuture();

    /**
     * A census.
     *
     * @param handlingMs for how long an event that the journal is done with may still be under way to its handler
     */
    public Census(Pool pool, Clock clock, long handlingMs) {
        this.snapshot = new Snapshot(pool);
        this.clock = clock;
        this.handlingMs = handlingMs;
    }

    /** How the orders add up, as of now. */
    public Future<Conservation> conservation() {
        return look().map(seen -> Conservation.of(cells.values()));
    }

    /** The orders in trouble as of now, the oldest first. */
    public Future<List<Trouble>> troubles(StageLimits limits) {
        return look().map(seen -> troublesNow(limits).toList());
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
        return look().map(seen -> cells.values().stream()
                .flatMap(cell -> cell.open().stream())
                .filter(OpenOrder::waitsForItsCustomer)
                .filter(order -> order.sinceMs() >= fromMs && order.sinceMs() <= untilMs)
                .map(order -> new WaitingOrder(order.newest().orderId().value(), order.sinceMs()))
                .filter(order -> order.orderId() > after)
                .sorted(Comparator.comparingLong(WaitingOrder::orderId))
                .limit(most)
                .toList());
    }

    private Stream<Trouble> troublesNow(StageLimits limits) {
        long now = clock.millis();
        return cells.values().stream()
                .flatMap(cell -> Stream.concat(
                        cell.open().stream().flatMap(order -> trouble(order, limits, now)),
                        cell.troubles().stream()));
    }

    /** What is dead is in the journal's care; it isn't told here. */
    private static Stream<Trouble> trouble(OpenOrder order, StageLimits limits, long now) {
        long id = order.newest().orderId().value();
        if (order.standing() == Standing.LOST) {
            return Stream.of(
                    order.hasEvent()
                            ? Trouble.mendedBy(order.newest(), Kind.LOST, order.sinceMs())
                            : Trouble.unmendable(id, Kind.LOST, 0));
        }
        if (!order.isStuck(limits, now)) {
            return Stream.empty();
        }
        return Stream.of(
                order.standing() == Standing.WAITING && order.stage() == Stage.STOCK
                        ? Trouble.mendedBy(order.newest(), Kind.STUCK, order.sinceMs())
                        : Trouble.unmendable(id, Kind.STUCK, order.sinceMs()));
    }

    /** Looks where it must; those who ask meanwhile share the look that is under way. */
    private Future<Void> look() {
        if (looking.isComplete()) {
            looking = snapshot.read(this::look).timeout(LONGEST_LOOK_S, TimeUnit.SECONDS);
        }
        return looking;
    }

    private Future<Void> look(SqlConnection connection) {
        return Future.all(
                        connection.query(WHERE_EVENTS_MOVE).execute(),
                        connection.query(NEWEST).execute(),
                        connection.preparedQuery(NEXT).execute(Range.from(nextInTurn)))
                .compose(found -> read(
                        connection,
                        choose(found.resultAt(0), found.resultAt(1), found.resultAt(2))));
    }

    private Set<Long> choose(RowSet<Row> moving, RowSet<Row> last, RowSet<Row> next) {
        Set<Long> chosen = new TreeSet<>();
        moving.forEach(row -> chosen.add(row.getLong(0)));
        cells.entrySet().stream()
                .filter(cell -> cell.getValue().isBusy())
                .limit(MOST_BUSY_CELLS)
                .forEach(cell -> chosen.add(cell.getKey()));
        addNewest(chosen, last.iterator().next().getLong(0));
        addInTurn(chosen, next.iterator().next());
        return chosen;
    }

    /** From where the newest order was at the last look to where it is now. */
    private void addNewest(Set<Long> chosen, @Nullable Long newestKey) {
        if (newestKey != null) {
            long now = Range.cellOfKey(newestKey);
            LongStream.rangeClosed(Math.max(newest, now - CELLS_IN_TURN), now).forEach(chosen::add);
            newest = now;
        }
    }

    private void addInTurn(Set<Long> chosen, Row next) {
        long first = Math.min(cellOrEnd(next.getLong(0)), cellOrEnd(next.getLong(1)));
        if (first == Long.MAX_VALUE) {
            sawAll = true;
            nextInTurn = 0;
        } else {
            nextInTurn = first + (sawAll ? CELLS_IN_TURN : CELLS_AT_FIRST);
            LongStream.range(first, nextInTurn).forEach(chosen::add);
        }
    }

    private static long cellOrEnd(@Nullable Long key) {
        return key == null ? Long.MAX_VALUE : Range.cellOfKey(key);
    }

    private Future<Void> read(SqlConnection connection, Set<Long> chosen) {
        List<Future<?>> reads = new ArrayList<>();
        for (Range range : Range.covering(chosen)) {
            reads.add(new CellReads(connection, clock.millis(), handlingMs)
                    .read(range)
                    .onSuccess(seen -> replace(range, seen)));
        }
        return Future.all(reads).mapEmpty();
    }

    private void replace(Range range, Map<Long, Cell> seen) {
        cells.subMap(range.from(), range.to()).clear();
        cells.putAll(seen);
    }
}
