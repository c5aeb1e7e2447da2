package com.acmecorp.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;

/** A shop that takes so many orders a second, and clients who come back when they were told to. */
class ComeBackTest {

    private static final int TAKEN_A_SECOND = 800;

    private final ComeBack comeBack = new ComeBack(new Random(1)::nextInt, 0);
    private final int[] backIn = new int[200];
    private int refused;
    private int taken;

    @Test
    void fewComeBackBesideOrdersWhileARushLasts() {
        backIn[0] = 4_000;
        int ordersThatFollow = TAKEN_A_SECOND;

        for (int second = 0; second < 60; second++) {
            arrive(second, ordersThatFollow);
            if (second >= 45) {
                assertThat(refused).isLessThan(TAKEN_A_SECOND / 2);
            }
        }
        assertThat(taken).as("the shop stays full").isEqualTo(TAKEN_A_SECOND);
    }

    @Test
    void aShortRushIsServedInSeconds() {
        backIn[0] = 3_000;

        int seconds = 0;
        for (int left = 3_000; left > 0; left -= taken) {
            arrive(seconds++, 0);
        }

        assertThat(seconds).as("4 would be the fewest").isLessThan(15);
    }

    /** Those who come back in that second ask for an order, and others with them. */
    private void arrive(int second, int others) {
        int asking = backIn[second] + others;
        taken = Math.min(asking, TAKEN_A_SECOND);
        refused = asking - taken;
        long nowMs = second * 1_000L;
        for (int i = 0; i < taken; i++) {
            comeBack.taken(nowMs);
        }
        for (int i = 0; i < refused; i++) {
            backIn[second + comeBack.refused(nowMs)]++;
        }
    }
}
