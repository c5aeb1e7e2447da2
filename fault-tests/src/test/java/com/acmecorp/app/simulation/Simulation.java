package com.acmecorp.app.simulation;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The journeys of a few orders through all that a seed has in store for them: lost, late and repeated messages and
 * answers, deadlocks, cut connections, killed processes. After each step the {@link Invariants} must hold, and when the
 * troubles are over all must come to {@link Rest}.
 */
final class Simulation {

    private static final int SHOPPING_MS = 10_000;
    private static final int TROUBLES_MS = 25_000;
    private static final int LONGEST_MS = 3_600_000;
    private static final int STOCKIST_MS = 3_000;
    private static final int MOST_SHOPPERS = 12;
    private static final int MOST_DEATHS = 4;
    private static final int JOURNEY_MS = 400;
    private static final int RESTART_MS = 5_000;

    private final long seed;
    private final World world;
    private final Random random;
    private final List<Shopper> shoppers = new ArrayList<>();
    private final Invariants invariants;
    private final Rest rest;
    private final int processes;
    private final Settings settings;
    private int started;
    private int restarting;
    private long steps;

    Simulation(long seed, Mistake mistake) {
        this.seed = seed;
        this.world = new World(seed, mistake);
        this.random = world.random();
        this.processes = 1 + random.nextInt(2);
        this.settings = settings(chosen());
        this.invariants = new Invariants(world, shoppers);
        this.rest = new Rest(world, shoppers);
    }

    /** What a run came to. */
    record Result(long steps, int accepted, long trace) {}

    /** Runs to the end; fails with the seed and the last steps. */
    Result run() {
        try {
            begin();
            toRest();
            int accepted = world.server().rows("orders").size();
            return new Result(steps, accepted, world.trace().sum());
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "seed %d, step %d: %s%n%s"
                            .formatted(seed, steps, failure.getMessage(), world.trace()),
                    failure);
        } finally {
            List.copyOf(world.nodes()).forEach(Node::die);
        }
    }

    /** Processes die while orders are on their way: at rest they would have little to lose. */
    private void begin() {
        for (int i = 0; i < processes; i++) {
            start();
        }
        int deaths = random.nextInt(MOST_DEATHS);
        int count = 1 + random.nextInt(MOST_SHOPPERS);
        for (int i = 0; i < count; i++) {
            Shopper shopper = new Shopper(world, i);
            shoppers.add(shopper);
            int buysAtMs = random.nextInt(SHOPPING_MS);
            world.after(buysAtMs, shopper::buy);
            if (random.nextInt(count) < deaths) {
                world.after(buysAtMs + random.nextInt(JOURNEY_MS), this::kill);
            }
        }
        world.after(STOCKIST_MS, this::deliverGoods);
        new Operator(world).begin();
        world.after(random.nextInt(TROUBLES_MS), world.faults().refusals()::mend);
        world.after(TROUBLES_MS, world.faults()::end);
    }

    private void start() {
        started++;
        new Node(world, "node " + started, Wiring.through(world))
                .start(settings)
                .onComplete(started ->
                        world.trace().add(started.succeeded() ? "it is up" : "it didn't start"));
    }

    private void kill() {
        if (!world.nodes().isEmpty()) {
            world.nodes().get(random.nextInt(world.nodes().size())).die();
        }
    }

    /** The stockist's late answers, which may come twice, too. */
    private void deliverGoods() {
        world.after(STOCKIST_MS, this::deliverGoods);
        if (!world.nodes().isEmpty()) {
            world.server().rows("orders").stream()
                    .filter(order -> "PLACED".equals(order.get("status")))
                    .map(order -> JsonObject.of("orderId", order.number("order_id")))
                    .forEach(this::deliver);
        }
    }

    private void deliver(JsonObject order) {
        world.nodes()
                .getFirst()
                .call("stock", Request.of(order))
                .onFailure(refused -> world.trace().add("the stockist is sent away"));
    }

    private void toRest() {
        long seen = -1;
        long nextLookMs = TROUBLES_MS;
        while (world.time().elapsedMs() < nextLookMs || !rest.isReached()) {
            if (world.time().elapsedMs() >= nextLookMs) {
                nextLookMs = world.time().elapsedMs() + RESTART_MS;
            }
            requireProgress();
            steps++;
            world.step();
            replaceTheDead();
            long now = world.changes();
            if (now != seen) {
                invariants.check();
                seen = now;
            }
        }
    }

    private void requireProgress() {
        if (world.time().elapsedMs() > LONGEST_MS) {
            throw new Violation("still missing: " + rest.missing());
        }
    }

    private void replaceTheDead() {
        while (world.nodes().size() + restarting < processes) {
            restarting++;
            world.after(1 + random.nextInt(RESTART_MS), () -> {
                restarting--;
                start();
            });
        }
    }

    /** Limits are short, so that a run is; third parties are moody. */
    static Settings settings(JsonObject chosen) {
        JsonObject moody = new JsonObject().put("failureShare", 0.05);
        JsonObject common = new JsonObject()
                .put(
                        "journal",
                        new JsonObject()
                                .put("leaseMs", 15_000)
                                .put("sweepIntervalMs", 2_000)
                                .put("retryCapMs", 10_000)
                                .put("maxAttempts", 30))
                .put(
                        "order",
                        new JsonObject()
                                .put("acceptTestOrders", true)
                                .put("paymentTimeoutMs", 1_000)
                                .put("paymentLeaseMs", 1_500))
                .put("parties", JsonObject.of("comparedPerSecond", 0))
                .put("stock", moody)
                .put("finance", moody)
                .put(
                        "delivery",
                        new JsonObject()
                                .put("slotCapacity", Invariants.SLOT_CAPACITY)
                                .put("mostPerUnpaidBuyer", 0)
                                .put("changeCutoffHours", 0));
        return new Settings(List.of(common, chosen), Map.of());
    }

    private JsonObject chosen() {
        return new JsonObject()
                .put(
                        "database",
                        new JsonObject()
                                .put("url", ownsDatabase() ? "" : "mysql://shared:3306/acme")
                                .put("lanes", 1 + random.nextInt(3))
                                .put("largestBatch", 1 + random.nextInt(10)))
                .put("order", new JsonObject().put("idBlock", 1 + random.nextInt(5)))
                .put("stock", new JsonObject().put("laterShare", 0.3));
    }

    /** Then what a dead process left is taken over at the next start, and not only after its lease. */
    private boolean ownsDatabase() {
        return processes == 1 && random.nextBoolean();
    }
}
