package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Journey;
import com.acmecorp.app.systemtest.Load;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A system that has very much of something when it starts, in each round of another kind, and customers who don't care.
 * When they have what they ordered, the generated rows are deleted again, so that all must add up.
 */
final class LargeTables implements Strike {

    private static final Duration UNTIL_READY = Duration.ofSeconds(60);
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final TorturePlan plan;
    private final Victim victim;
    private final Town town;
    private final JsonApi staff;
    private final GeneratedRows rows;
    private final List<String> figures = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private long template;
    private double onEmpty;
    private int rounds;

    private LargeTables(TorturePlan plan, Town town) {
        this.plan = plan;
        victim = new Victim(plan.directory(), town.settings());
        this.town = town;
        staff = new JsonApi(Attack.url(town.ports().getLast()));
        rows = new GeneratedRows(victim.data(), plan.rows());
    }

    static Scene scene(TorturePlan plan) {
        Town town = Town.open(_ -> List.of());
        LargeTables tables = new LargeTables(plan, town);
        return town.scene(tables.victim, tables, List.of(), town);
    }

    /** Both paces are those of the first orders after a start: a system that has run for a while is twice as fast. */
    @Override
    public void prepare(Supplier<Load> begin) {
        if (rounds == 0) {
            template = placeTemplate();
            restartWith("with one order", () -> {});
        }
        Load calm = begin.get();
        calm.outcome();
        onEmpty = goodput(calm.journeys());
        restartWith(
                "filled with %,d %s".formatted(plan.rows(), table()),
                () -> rows.fill(table(), template));
    }

    private LargeTable table() {
        return plan.tables().get(rounds % plan.tables().size());
    }

    private long placeTemplate() {
        FirstOrder order = new FirstOrder(new JsonApi(Attack.url(town.ports().getFirst())), staff);
        order.placeInvoiced();
        if (!Waiting.untilTold(() -> order.isBooked() && addsUp(), UNTIL_READY)) {
            throw new IllegalStateException("a first order didn't arrive");
        }
        return order.number();
    }

    /** Orders are counted over and over, and customers take what is counted before they come for what was there. */
    private boolean addsUp() {
        JsonObject sums = staff.query("{ getConservation { accepted booked } }")
                .getJsonObject("getConservation");
        return sums.getLong("accepted") == 1 && sums.getLong("booked") == 1;
    }

    /** Does something to the data of the system while it doesn't run. */
    private void restartWith(String done, Runnable byHand) {
        victim.terminate();
        long from = System.nanoTime();
        byHand.run();
        long startedAt = System.nanoTime();
        victim.start();
        if (!Waiting.untilTold(town::isReady, UNTIL_READY)) {
            differences.add("%s, it wasn't ready in %d s".formatted(done, UNTIL_READY.toSeconds()));
        }
        figures.add("%s in %.1f s; started, and ready after %.1f s"
                .formatted(
                        done, seconds(startedAt - from), seconds(System.nanoTime() - startedAt)));
    }

    private static double seconds(long ns) {
        return Duration.ofNanos(ns).toMillis() / 1_000.0;
    }

    @Override
    public List<String> hit(Load load) {
        DeadLetterPages pages = new DeadLetterPages(staff);
        List<String> wrong = new ArrayList<>();
        boolean arrived = Waiting.until(
                () -> {
                    wrong.addAll(pages.look());
                    return load.allAnswered() && isBooked(load.journeys());
                },
                BETWEEN_LOOKS,
                LONGEST_LOAD);
        if (!arrived) {
            wrong.add("beside %s, not all orders arrived".formatted(table()));
        }
        if (table() == LargeTable.DEAD_LETTERS && pages.letters() == 0) {
            wrong.add("no dead letters were listed");
        }
        if (!victim.isRunning()) {
            wrong.add("the system ended beside %s".formatted(table()));
        }
        note(goodput(load.journeys()), pages);
        restartWith("rid of them", rows::delete);
        rounds++;
        return wrong;
    }

    private boolean isBooked(List<Journey> journeys) {
        return journeys.size() >= plan.orders()
                && journeys.stream().allMatch(journey -> journey.bookedAtMs() != null);
    }

    private void note(double beside, DeadLetterPages pages) {
        figures.add("%,d %s: %.0f orders/s beside them, %.0f on the empty system, ratio %.2f; %s"
                .formatted(
                        plan.rows(), table(), beside, onEmpty, beside / onEmpty, pages.figures()));
    }

    /** Orders a second, from the first that was accepted to the last that was booked. */
    private static double goodput(List<Journey> journeys) {
        long first = journeys.stream().mapToLong(Journey::acceptedAtMs).min().orElse(0);
        List<Long> booked = journeys.stream()
                .map(Journey::bookedAtMs)
                .filter(Objects::nonNull)
                .toList();
        long last = booked.stream().mapToLong(Long::longValue).max().orElse(first);
        return booked.size() * 1_000.0 / Math.max(1, last - first);
    }

    @Override
    public Findings findings() {
        return new Findings(figures, differences);
    }
}
