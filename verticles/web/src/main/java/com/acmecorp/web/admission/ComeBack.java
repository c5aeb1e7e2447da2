package com.acmecorp.web.admission;

import java.util.function.IntUnaryOperator;

/**
 * When those who are refused shall come back: spread at random over as many seconds as keep those who come back few beside
 * the orders that are taken, because a refusal costs work too. The spread grows only while many are away, so that a
 * short rush is served soon. Belongs to one event loop.
 */
final class ComeBack {

    private static final long SECOND_MS = 1_000;
    private static final int SHORTEST_SPREAD = 2;
    private static final int LONGEST_SPREAD = 30;

    /** One comes back for so many orders that are taken, while the rush lasts. */
    private static final int TAKEN_FOR_ONE_BACK = 5;

    private final IntUnaryOperator random;

    /** How many come back in each of the next seconds, the one that has begun at its own place. */
    private final int[] expected = new int[LONGEST_SPREAD + 1];

    private long second;
    private int away;
    private int taken;
    private int spread = SHORTEST_SPREAD;

    /** Chance as a number below the one it is given. */
    ComeBack(IntUnaryOperator random, long nowMs) {
        this.random = random;
        this.second = nowMs / SECOND_MS;
    }

    /** Notes that an order was taken. */
    void taken(long nowMs) {
        look(nowMs);
        taken++;
    }

    /** Notes that one was refused, and answers after how many seconds to ask again. */
    int refused(long nowMs) {
        look(nowMs);
        int seconds = 1 + random.applyAsInt(spread);
        expected[place(second + seconds)]++;
        away++;
        return seconds;
    }

    private void look(long nowMs) {
        long now = nowMs / SECOND_MS;
        if (now == second) {
            return;
        }
        for (long passed = second + 1; passed <= Math.min(now, second + LONGEST_SPREAD); passed++) {
            away -= expected[place(passed)];
            expected[place(passed)] = 0;
        }
        spread = now == second + 1 ? next() : SHORTEST_SPREAD;
        second = now;
        taken = 0;
    }

    /** On average, somebody is away for half of the spread. */
    private int next() {
        int enough = Math.max(1, taken / TAKEN_FOR_ONE_BACK);
        int needed = Math.ceilDiv(2 * away, enough) - 1;
        return Math.clamp(needed, SHORTEST_SPREAD, Math.min(LONGEST_SPREAD, 2 * spread));
    }

    private static int place(long ofSecond) {
        return (int) (ofSecond % (LONGEST_SPREAD + 1));
    }
}
