package com.acmecorp.database.census;

/**
 * How many cells are looked at beside those that must be: so many that a look stays short, whatever a cell costs. A server
 * that is busy with orders is asked for less.
 */
final class Pace {

    private static final long SHORT_MS = 100;
    private static final long LONG_MS = 300;
    private static final int FIRST = 32;

    /** After a start, until each cell was looked at once. */
    private static final int MOST_AT_FIRST = 256;

    private static final int MOST = 4;
    private static final int BUSY_FOR_EACH = 4;

    private boolean sawAll;
    private int cells = FIRST;

    /** Each cell was looked at once. */
    void sawAll() {
        sawAll = true;
        cells = Math.min(cells, MOST);
    }

    void took(long lookMs) {
        if (lookMs > LONG_MS) {
            cells = Math.max(1, cells / 2);
        } else if (lookMs < SHORT_MS) {
            cells = Math.min(2 * cells, sawAll ? MOST : MOST_AT_FIRST);
        }
    }

    /** Cells that are looked at in turn. */
    int inTurn() {
        return cells;
    }

    /** Of the cells where something moves, and of those where something is wrong, as many each. */
    int busy() {
        return BUSY_FOR_EACH * Math.min(cells, MOST);
    }
}
