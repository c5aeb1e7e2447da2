package com.acmecorp.database.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventKey;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class OpenOrdersTest {

    private static final long CELL = 97_700;
    private static final long LAST_MS = 4_102_444_800_000L; // the year 2100
    private static final StageLimits LIMITS = new StageLimits(10, 20, 10, 30, 10, 10);

    @Test
    void keepsEachOrderAsItIs() {
        List<OpenOrder> orders = new ArrayList<>();
        long key = Range.firstKeyOf(CELL);
        for (Stage stage : Stage.values()) {
            for (OpenOrderState state : OpenOrderState.values()) {
                orders.add(new OpenOrder(new EventKey(key), stage, state, LAST_MS));
                key += 16;
            }
        }
        orders.add(new OpenOrder(
                new EventKey(Range.firstKeyOf(CELL + 1) - 1), Stage.PLACE, OpenOrderState.LOST, 0));

        OpenOrders kept = OpenOrders.of(CELL, orders.reversed());

        assertThat(kept.inTrouble(LIMITS, LAST_MS + 1_000)).isEqualTo(orders);
        assertThat(kept.stream(OpenOrderState.LOST).map(OpenOrder::newest)).isSorted();
        assertThat(kept.count(OpenOrderState.LOST)).isEqualTo(Stage.values().length + 1);
        assertThat(kept.count(OpenOrderState.WAITING)).isEqualTo(Stage.values().length);
    }

    @Test
    void tellsThoseThatAreLostOrTooLongInTheirStage() {
        OpenOrder lost = order(1, Stage.STOCK, OpenOrderState.LOST, 1_000);
        OpenOrder late = order(2, Stage.CHOOSE_TIME, OpenOrderState.WAITING, 969);
        OpenOrder inTime = order(3, Stage.CHOOSE_TIME, OpenOrderState.WAITING, 970);

        assertThat(OpenOrders.of(CELL, List.of(inTime, late, lost)).inTrouble(LIMITS, 1_000))
                .containsExactly(lost, late);
    }

    private static OpenOrder order(long number, Stage stage, OpenOrderState state, long sinceMs) {
        return new OpenOrder(
                new EventKey(Range.firstKeyOf(CELL) + number * 16), stage, state, sinceMs);
    }
}
