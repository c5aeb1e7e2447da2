package com.acmecorp.database.audit;

import com.acmecorp.events.EventKey;
import com.acmecorp.events.OrderId;

import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Blocks side by side.
 *
 * @param from the first
 * @param to the first one after them
 */
record Range(long from, long to) {

    /** What is read of a range is in memory for a moment, a row for each of its orders. */
    private static final long LONGEST = 8;

    private static final long KEYS_OF_A_CELL =
            OrderBlock.ORDERS * EventKey.first(new OrderId(1)).value();

    static long blockOf(OrderId order) {
        return order.value() / OrderBlock.ORDERS;
    }

    static long blockOf(EventKey key) {
        return blockOfKey(key.value());
    }

    static long blockOfKey(long key) {
        return key / KEYS_OF_A_CELL;
    }

    static long firstKeyOf(long block) {
        return block * KEYS_OF_A_CELL;
    }

    /** As few ranges as those blocks can make, none of them larger than what is read at a time. */
    static List<Range> covering(Collection<Long> blocks) {
        List<Range> ranges = new ArrayList<>();
        for (long block : new TreeSet<>(blocks)) {
            Range last = ranges.isEmpty() ? null : ranges.getLast();
            if (last != null && last.to == block && block - last.from < LONGEST) {
                ranges.set(ranges.size() - 1, new Range(last.from, block + 1));
            } else {
                ranges.add(new Range(block, block + 1));
            }
        }
        return ranges;
    }

    /** The first key and the first number of all that comes with that block or after it. */
    static Tuple from(long block) {
        return Tuple.of(block * KEYS_OF_A_CELL, block * OrderBlock.ORDERS);
    }

    /** The first key and the one after the last. */
    Tuple keys() {
        return Tuple.of(from * KEYS_OF_A_CELL, to * KEYS_OF_A_CELL);
    }

    /** The first number and the one after the last. */
    Tuple orders() {
        return addOrders(Tuple.tuple());
    }

    Tuple addOrders(Tuple values) {
        return values.addLong(from * OrderBlock.ORDERS).addLong(to * OrderBlock.ORDERS);
    }
}
