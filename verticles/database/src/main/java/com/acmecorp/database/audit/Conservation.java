package com.acmecorp.database.audit;

import java.util.Collection;
import java.util.List;

/**
 * How all accepted orders add up. Each figure is counted for itself; accepted is the sum of the others, or something is
 * wrong with the counted tables.
 *
 * @param accepted orders in the journal
 * @param inFlight open orders that something will still move
 * @param booked rows at their end
 * @param cancelled rows that were cancelled
 * @param dead open orders whose next step was given up
 * @param lost open orders that nothing will ever move
 * @param lostOrders the first of these
 */
public record Conservation(
        long accepted,
        long inFlight,
        long booked,
        long cancelled,
        long dead,
        long lost,
        List<Long> lostOrders) {

    private static final int NAMED = 20;

    static Conservation of(Collection<OrderBlock> blocks) {
        return new Conservation(
                blocks.stream().mapToLong(OrderBlock::accepted).sum(),
                count(blocks, OpenOrderState.MOVING) + count(blocks, OpenOrderState.WAITING),
                blocks.stream().mapToLong(OrderBlock::booked).sum(),
                blocks.stream().mapToLong(OrderBlock::cancelled).sum(),
                count(blocks, OpenOrderState.DEAD),
                count(blocks, OpenOrderState.LOST),
                blocks.stream()
                        .flatMap(block -> block.open().stream(OpenOrderState.LOST))
                        .map(order -> order.newest().orderId().value())
                        .limit(NAMED)
                        .toList());
    }

    private static long count(Collection<OrderBlock> blocks, OpenOrderState state) {
        return blocks.stream().mapToLong(block -> block.open().count(state)).sum();
    }
}
