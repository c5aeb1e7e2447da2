package com.acmecorp.database.census;

import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the cells of a range inside of one snapshot: all by their tallies, and more closely where these don't agree. */
final class CellReads {

    /** An order that is younger is just being worked on, and so are its mails and its sale. */
    private static final long FULL_SWING_MS = 10_000;

    private final SqlConnection connection;
    private final long nowMs;
    private final long handlingMs;
    private final Map<Long, Tally> tallies = new TreeMap<>();
    private final Map<Long, OpenOrders> open = new HashMap<>();
    private final Map<Long, TroubleReports> troubles = new HashMap<>();
    private final boolean moving;

    /**
     * Reads on that connection.
     *
     * @param moving whether any of the cells' events may be undispatched
     */
    CellReads(SqlConnection connection, long nowMs, long handlingMs, boolean moving) {
        this.connection = connection;
        this.nowMs = nowMs;
        this.handlingMs = handlingMs;
        this.moving = moving;
    }

    /** The cells of that range that have anything in them. */
    Future<Map<Long, Cell>> read(Range range) {
        return TallyReads.read(connection, range, moving)
                .onSuccess(tallies::putAll)
                .compose(tallied -> readOpen())
                .compose(opened -> readEffects())
                .map(read -> cells());
    }

    private Future<?> readOpen() {
        OpenReads reads = new OpenReads(nowMs, handlingMs);
        return Future.all(where(cell -> !tally(cell).hasEnded()).stream()
                .map(range -> reads.read(connection, range, moving).onSuccess(open::putAll))
                .toList());
    }

    private Future<?> readEffects() {
        EffectReads reads = new EffectReads(nowMs - handlingMs);
        return Future.all(
                where(cell -> !tally(cell).hasAllEffects() && !isInFullSwing(cell)).stream()
                        .map(range -> reads.read(connection, range).onSuccess(this::take))
                        .toList());
    }

    private boolean isInFullSwing(long cell) {
        return open.getOrDefault(cell, OpenOrders.NONE).stream(Standing.MOVING)
                .anyMatch(order -> order.sinceMs() > nowMs - FULL_SWING_MS);
    }

    private List<Range> where(Predicate<Long> isWanted) {
        return Range.covering(tallies.keySet().stream().filter(isWanted).toList());
    }

    private Tally tally(long cell) {
        return tallies.getOrDefault(cell, new Tally());
    }

    private void take(List<Trouble> found) {
        for (Trouble trouble : found) {
            troubles.computeIfAbsent(
                            Range.cellOf(new OrderId(trouble.orderId())),
                            none -> new TroubleReports(Cell.NAMED))
                    .add(Stream.of(trouble));
        }
    }

    private Map<Long, Cell> cells() {
        Map<Long, Cell> cells = new TreeMap<>();
        tallies.forEach((number, tally) -> cells.put(
                number,
                new Cell(
                        tally.accepted(),
                        tally.booked(),
                        tally.cancelled(),
                        open.getOrDefault(number, OpenOrders.NONE),
                        troubles(number))));
        return cells;
    }

    private List<TroubleReport> troubles(long cell) {
        TroubleReports found = troubles.get(cell);
        return found == null ? List.of() : found.all();
    }
}
