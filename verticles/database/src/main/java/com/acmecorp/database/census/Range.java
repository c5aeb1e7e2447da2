package com.acmecorp.database.census;

import com.acmecorp.events.EventKey;
import com.acmecorp.events.OrderId;

import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Cells side by side.
 *
 * @param from the first
 * @param to the first one after them
 */
record Range(long from, long to) {

    /** What is read of a range is in memory for a moment, a row for each of its orders. */
    private static final long LONGEST = 8;

    private static final long KEYS_OF_A_CELL =
            Cell.ORDERS * EventKey.first(new OrderId(1)).value();

    static long cellOf(OrderId order) {
        return order.value() / Cell.ORDERS;
    }

    static long cellOf(EventKey key) {
        return cellOfKey(key.value());
    }

    static long cellOfKey(long key) {
        return key / KEYS_OF_A_CELL;
    }

    static long firstKeyOf(long cell) {
        return cell * KEYS_OF_A_CELL;
    }

    /** As few ranges as those cells can make, none of them larger than what is read at a time. */
    static List<Range> covering(Collection<Long> cells) {
        List<Range> ranges = new ArrayList<>();
        for (long cell : new TreeSet<>(cells)) {
            Range last = ranges.isEmpty() ? null : ranges.getLast();
            if (last != null && last.to == cell && cell - last.from < LONGEST) {
                ranges.set(ranges.size() - 1, new Range(last.from, cell + 1));
            } else {
                ranges.add(new Range(cell, cell + 1));
            }
        }
        return ranges;
    }

    /** The first key and the first number of all that comes with that cell or after it. */
    static Tuple from(long cell) {
        return Tuple.of(cell * KEYS_OF_A_CELL, cell * Cell.ORDERS);
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
        return values.addLong(from * Cell.ORDERS).addLong(to * Cell.ORDERS);
    }
}
