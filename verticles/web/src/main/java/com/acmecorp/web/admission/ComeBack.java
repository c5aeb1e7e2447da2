package com.acmecorp.web.admission;

import java.util.function.IntUnaryOperator;

/**
 * When those who are refused shall come back: spread at random over the seconds in which all of them can be served, so
 * that they come neither all at once nor while the shop is idle. Belongs to one event loop.
 */
final class ComeBack {

    private static final long SECOND_MS = 1_000;
    private static final int SHORTEST_SPREAD = 2;
    private static final int LONGEST_SPREAD = 30;

    private final IntUnaryOperator random;
    private long secondBeganAtMs;
    private int refused;
    private int taken;
    private int spread = SHORTEST_SPREAD;

    /** Chance as a number below the one it is given. */
    ComeBack(IntUnaryOperator random, long nowMs) {
        this.random = random;
        this.secondBeganAtMs = nowMs;
    }

    /** Notes that an order was taken. */
    void taken(long nowMs) {
        look(nowMs);
        taken++;
    }

    /** Notes that one was refused, and answers after how many seconds to ask again. */
    int refused(long nowMs) {
        look(nowMs);
        refused++;
        return 1 + random.applyAsInt(spread);
    }

    private void look(long nowMs) {
        if (nowMs - secondBeganAtMs >= SECOND_MS) {
            spread = nowMs - secondBeganAtMs < 2 * SECOND_MS ? next() : SHORTEST_SPREAD;
            secondBeganAtMs = nowMs;
            refused = 0;
            taken = 0;
        }
    }

    /** Those who wait are as many as come back in a second times the seconds that they stay away. */
    private int next() {
        int waiting = refused * (1 + spread) / 2;
        int needed = Math.ceilDiv(waiting, Math.max(1, taken));
        return Math.clamp(needed, SHORTEST_SPREAD, Math.min(LONGEST_SPREAD, 2 * spread));
    }
}
