package com.acmecorp.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderPlaced;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;

/** Events arrive in no order, and more than once. What comes of them is always the same. */
class AnyOrderOfEventsTest {

    private static final long SEED = Long.getLong("simulation.seed", System.nanoTime());
    private static final int ORDERS = 20;
    private static final int TIMES = 5;

    private final Random random = new Random(SEED);

    @Test
    void comesToTheSameWithEachPermutationOfAnOrdersEvents() {
        try (Silence _ = new Silence()) {
            List<OrderEvent> events = eventsOfOneOrder();
            SortedSet<String> expected = stateAfter(events);
            assertThat(expected).anyMatch(line -> line.contains("DELIVERY_BOOKED"));
            for (List<OrderEvent> permutation : permutations(events)) {
                List<OrderEvent> delivered = withRepetitions(permutation);
                assertThat(stateAfter(delivered))
                        .as(
                                "seed %d: %s",
                                SEED, delivered.stream().map(OrderEvent::type).toList())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void entersEachSaleOnceHoweverOftenItIsTold() {
        try (Silence _ = new Silence();
                Bench once = placed();
                Bench often = placed()) {
            List<OrderEvent> sales = once.journal().stream()
                    .filter(OrderPlaced.class::isInstance)
                    .toList();
            assertThat(sales).hasSize(ORDERS);
            once.deliverAtOnce("finance.book-sale", sales);

            List<OrderEvent> stream = new ArrayList<>();
            Collections.nCopies(TIMES, sales).forEach(stream::addAll);
            Collections.shuffle(stream, random);
            often.deliverAtOnce("finance.book-sale", stream);

            assertThat(often.state()).as("seed %d", SEED).isEqualTo(once.state());
            assertThat(often.state())
                    .filteredOn(line -> line.startsWith("ledger "))
                    .hasSize(ORDERS);
        }
    }

    private static Bench placed() {
        Bench bench = new Bench();
        for (int i = 0; i < ORDERS; i++) {
            bench.order(i);
        }
        bench.deliver(bench.journal(), new Random(0));
        return bench;
    }

    /** Those of a journey on which nothing happens twice; each step brings the next event into the journal. */
    private static List<OrderEvent> eventsOfOneOrder() {
        try (Bench bench = new Bench()) {
            bench.order(1);
            List<OrderEvent> before = List.of();
            while (bench.journal().size() > before.size()) {
                before = bench.journal();
                bench.deliver(List.of(before.getLast()), new Random(0));
            }
            assertThat(before).hasSize(5);
            return before;
        }
    }

    private SortedSet<String> stateAfter(List<OrderEvent> events) {
        try (Bench bench = new Bench()) {
            bench.order(1);
            bench.deliver(events, random);
            return bench.state();
        }
    }

    private List<OrderEvent> withRepetitions(List<OrderEvent> events) {
        List<OrderEvent> repeated = new ArrayList<>(events);
        events.forEach(event -> {
            if (random.nextBoolean()) {
                repeated.add(random.nextInt(repeated.size() + 1), event);
            }
        });
        return repeated;
    }

    private static List<List<OrderEvent>> permutations(List<OrderEvent> events) {
        if (events.isEmpty()) {
            return List.of(List.of());
        }
        List<List<OrderEvent>> permutations = new ArrayList<>();
        for (OrderEvent first : events) {
            List<OrderEvent> others =
                    events.stream().filter(event -> !event.equals(first)).toList();
            for (List<OrderEvent> further : permutations(others)) {
                List<OrderEvent> permutation = new ArrayList<>(further);
                permutation.addFirst(first);
                permutations.add(permutation);
            }
        }
        return permutations;
    }
}
