package com.acmecorp.database.audit;

import java.util.List;

/**
 * What was seen of the orders of one block, all at the same instant.
 *
 * @param accepted orders that the journal says were accepted
 * @param booked orders whose row is at its end
 * @param cancelled orders whose row says so
 * @param open orders whose row is not at its end, or is not there
 * @param troubles effects that are missing although all who should bring them about say that they did: all are counted,
 *     and the oldest are named
 */
record OrderBlock(
        long accepted, long booked, long cancelled, OpenOrders open, List<TroubleReport> troubles) {

    /** The orders of a block. Their keys in the journal lie side by side. */
    static final long ORDERS = 1024;

    /** Orders of each kind of trouble that are named; the others are, once these are mended. */
    static final int NAMED = 20;

    /** Whether it will look different soon, or should. */
    boolean isBusy() {
        return !troubles.isEmpty()
                || open.count(OpenOrderState.MOVING) > 0
                || open.count(OpenOrderState.DEAD) > 0
                || open.count(OpenOrderState.LOST) > 0;
    }
}
