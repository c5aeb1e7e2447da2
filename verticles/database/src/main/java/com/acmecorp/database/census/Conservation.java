package com.acmecorp.database.census;

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

    static Conservation of(Collection<Cell> cells) {
        return new Conservation(
                cells.stream().mapToLong(Cell::accepted).sum(),
                count(cells, Standing.MOVING) + count(cells, Standing.WAITING),
                cells.stream().mapToLong(Cell::booked).sum(),
                cells.stream().mapToLong(Cell::cancelled).sum(),
                count(cells, Standing.DEAD),
                count(cells, Standing.LOST),
                cells.stream()
                        .flatMap(cell -> cell.open().stream(Standing.LOST))
                        .map(order -> order.newest().orderId().value())
                        .limit(NAMED)
                        .toList());
    }

    private static long count(Collection<Cell> cells, Standing standing) {
        return cells.stream().mapToLong(cell -> cell.open().count(standing)).sum();
    }
}
