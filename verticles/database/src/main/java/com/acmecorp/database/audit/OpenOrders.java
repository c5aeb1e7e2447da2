package com.acmecorp.database.audit;

import com.acmecorp.events.EventKey;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The open orders of one block, in the order of their numbers. Each is one number of 64 bits, as there may be millions: its
 * event's key within the block, its stage, its state, and since when.
 */
final class OpenOrders {

    static final OpenOrders NONE = new OpenOrders(0, new long[0]);

    private static final int SINCE_BITS = 44;
    private static final int STANDING_BITS = 2;
    private static final int STAGE_BITS = 3;
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final List<OpenOrderState> STANDINGS = List.of(OpenOrderState.values());

    private final long firstKey;
    private final long[] packed;
    private final Map<OpenOrderState, Long> counts = new EnumMap<>(OpenOrderState.class);

    private OpenOrders(long firstKey, long[] packed) {
        this.firstKey = firstKey;
        this.packed = packed;
        for (long order : packed) {
            counts.merge(state(order), 1L, Long::sum);
        }
    }

    static OpenOrders of(long block, Collection<OpenOrder> orders) {
        long firstKey = Range.firstKeyOf(block);
        long[] packed =
                orders.stream().mapToLong(order -> pack(order, firstKey)).toArray();
        Arrays.sort(packed);
        return new OpenOrders(firstKey, packed);
    }

    long count(OpenOrderState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** Those of that state; costs nothing where there are none. */
    Stream<OpenOrder> stream(OpenOrderState state) {
        return count(state) == 0
                ? Stream.empty()
                : Arrays.stream(packed)
                        .filter(order -> state(order) == state)
                        .mapToObj(this::unpack);
    }

    /** Those that are lost, and those that are in their stage for too long. */
    Stream<OpenOrder> inTrouble(StageLimits limits, long nowMs) {
        return Arrays.stream(packed)
                .filter(order -> state(order) == OpenOrderState.LOST
                        || since(order) < nowMs - limits.of(stage(order)))
                .mapToObj(this::unpack);
    }

    private static long pack(OpenOrder order, long firstKey) {
        long since = Math.clamp(order.sinceMs(), 0, (1L << SINCE_BITS) - 1);
        return ((order.newest().value() - firstKey) << STAGE_BITS | STAGES.indexOf(order.stage()))
                        << (STANDING_BITS + SINCE_BITS)
                | (long) STANDINGS.indexOf(order.state()) << SINCE_BITS
                | since;
    }

    private OpenOrder unpack(long order) {
        return new OpenOrder(
                new EventKey(firstKey + (order >>> (STAGE_BITS + STANDING_BITS + SINCE_BITS))),
                stage(order),
                state(order),
                since(order));
    }

    private static Stage stage(long order) {
        return STAGES.get((int) (order >>> (STANDING_BITS + SINCE_BITS)) & ((1 << STAGE_BITS) - 1));
    }

    private static long since(long order) {
        return order & ((1L << SINCE_BITS) - 1);
    }

    private static OpenOrderState state(long order) {
        return STANDINGS.get((int) (order >>> SINCE_BITS) & ((1 << STANDING_BITS) - 1));
    }
}
