package com.acmecorp.database.census;

import java.util.List;

/**
 * What was seen of the orders of one cell, all at the same instant.
 *
 * @param accepted orders that the journal says were accepted
 * @param booked orders whose row is at its end
 * @param cancelled orders whose row says so
 * @param open orders whose row is not at its end, or is not there
 * @param troubles effects that are missing although all who should bring them about say that they did
 */
record Cell(
        long accepted, long booked, long cancelled, List<OpenOrder> open, List<Trouble> troubles) {

    /** The orders of a cell. Their keys in the journal lie side by side. */
    static final long ORDERS = 1024;

    /** Whether it will look different soon, or should. */
    boolean isBusy() {
        return !troubles.isEmpty()
                || open.stream().anyMatch(order -> order.standing() != Standing.WAITING);
    }
}
