package com.acmecorp.database.audit;

import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads the blocks of a range inside of one snapshot: all by their tallies, and more closely where these don't agree. */
final class OrderBlockReads {

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
     * @param moving whether any of the blocks' events may be undispatched
     */
    OrderBlockReads(SqlConnection connection, long nowMs, long handlingMs, boolean moving) {
        this.connection = connection;
        this.nowMs = nowMs;
        this.handlingMs = handlingMs;
        this.moving = moving;
    }

    /** The blocks of that range that have anything in them. */
    Future<Map<Long, OrderBlock>> read(Range range) {
        return TallyReads.read(connection, range, moving)
                .onSuccess(tallies::putAll)
                .compose(tallied -> readOpen())
                .compose(opened -> readEffects())
                .map(read -> blocks());
    }

    private Future<?> readOpen() {
        OpenReads reads = new OpenReads(nowMs, handlingMs);
        return Future.all(where(block -> !tally(block).hasEnded()).stream()
                .map(range -> reads.read(connection, range, moving).onSuccess(open::putAll))
                .toList());
    }

    private Future<?> readEffects() {
        EffectReads reads = new EffectReads(nowMs - handlingMs);
        return Future.all(
                where(block -> !tally(block).hasAllEffects() && !isInFullSwing(block)).stream()
                        .map(range -> reads.read(connection, range).onSuccess(this::take))
                        .toList());
    }

    private boolean isInFullSwing(long block) {
        return open.getOrDefault(block, OpenOrders.NONE).stream(OpenOrderState.MOVING)
                .anyMatch(order -> order.sinceMs() > nowMs - FULL_SWING_MS);
    }

    private List<Range> where(Predicate<Long> isWanted) {
        return Range.covering(tallies.keySet().stream().filter(isWanted).toList());
    }

    private Tally tally(long block) {
        return tallies.getOrDefault(block, new Tally());
    }

    private void take(List<Trouble> found) {
        for (Trouble trouble : found) {
            troubles.computeIfAbsent(
                            Range.blockOf(new OrderId(trouble.orderId())),
                            none -> new TroubleReports(OrderBlock.NAMED))
                    .add(Stream.of(trouble));
        }
    }

    private Map<Long, OrderBlock> blocks() {
        Map<Long, OrderBlock> blocks = new TreeMap<>();
        tallies.forEach((number, tally) -> blocks.put(
                number,
                new OrderBlock(
                        tally.accepted(),
                        tally.booked(),
                        tally.cancelled(),
                        open.getOrDefault(number, OpenOrders.NONE),
                        troubles(number))));
        return blocks;
    }

    private List<TroubleReport> troubles(long block) {
        TroubleReports found = troubles.get(block);
        return found == null ? List.of() : found.all();
    }
}
