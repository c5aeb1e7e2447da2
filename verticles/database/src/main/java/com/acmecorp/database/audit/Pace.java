package com.acmecorp.database.audit;

/**
 * How many blocks are looked at beside those that must be: so many that a look stays short, whatever a block costs. A server
 * that is busy with orders is asked for less.
 */
final class Pace {

    private static final long SHORT_MS = 100;
    private static final long LONG_MS = 300;
    private static final int FIRST = 32;

    /** After a start, until each block was looked at once. */
    private static final int MOST_AT_FIRST = 256;

    private static final int MOST = 4;
    private static final int BUSY_FOR_EACH = 4;

    private boolean sawAll;
    private int blocks = FIRST;

    /** Each block was looked at once. */
    void sawAll() {
        sawAll = true;
        blocks = Math.min(blocks, MOST);
    }

    void took(long lookMs) {
        if (lookMs > LONG_MS) {
            blocks = Math.max(1, blocks / 2);
        } else if (lookMs < SHORT_MS) {
            blocks = Math.min(2 * blocks, sawAll ? MOST : MOST_AT_FIRST);
        }
    }

    /** Blocks that are looked at in turn. */
    int inTurn() {
        return blocks;
    }

    /** Of the blocks where something moves, and of those where something is wrong, as many each. */
    int busy() {
        return BUSY_FOR_EACH * Math.min(blocks, MOST);
    }
}
