package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rushes of different sizes on one running system, in turns, so that whatever else the machine does meets all of them
 * alike; the first size is what the others are compared with.
 */
final class Rushes {

    private final Screen screen;
    private final RushPlan plan;
    private final List<Integer> sizes;
    private final int rounds;

    Rushes(Screen screen, RushPlan plan, List<Integer> sizes, int rounds) {
        this.screen = screen;
        this.plan = plan;
        this.sizes = List.copyOf(sizes);
        this.rounds = rounds;
    }

    /** Answers the exit code: 0 when every acknowledged order arrived, else 1. */
    int carryOut() {
        List<RushResult> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int connections : sizes) {
                RushResult result = carryOut(connections);
                screen.say("  " + result);
                results.add(result);
            }
        }
        comparison(results).forEach(screen::say);
        boolean good = results.stream().allMatch(RushResult::isGood);
        screen.say(
                good
                        ? "OK: every acknowledged order is DELIVERY_BOOKED."
                        : "FAILED: acknowledged orders are missing, or none was accepted.");
        return good ? 0 : 1;
    }

    private RushResult carryOut(int connections) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            Promise<RushResult> result = Promise.promise();
            vertx.runOnContext(
                    begin -> new Rush(vertx, plan, connections).run().onComplete(result));
            return result.future()
                    .recover(failure -> Future.failedFuture(
                            new TestFailure("The rush of %,d connections can't be carried out: %s"
                                    .formatted(connections, failure.getMessage()))))
                    .await();
        } finally {
            vertx.close().await();
        }
    }

    private List<String> comparison(List<RushResult> results) {
        int first = sizes.getFirst();
        double reference = Math.max(1, goodput(results, first));
        return sizes.stream()
                .map(size ->
                        "%,6d connections: %,6.0f complete/s, %3.0f %% of %,d's · p99 of accepted at most %,d ms · heap at most %,d MB"
                                .formatted(
                                        size,
                                        goodput(results, size),
                                        100 * goodput(results, size) / reference,
                                        first,
                                        ofSize(results, size)
                                                .mapToLong(result ->
                                                        result.acceptedMs().p99())
                                                .max()
                                                .orElse(0),
                                        ofSize(results, size)
                                                .mapToLong(RushResult::heapMb)
                                                .max()
                                                .orElse(0)))
                .toList();
    }

    private static double goodput(List<RushResult> results, int size) {
        return median(ofSize(results, size).mapToDouble(RushResult::goodput).toArray());
    }

    private static Stream<RushResult> ofSize(List<RushResult> results, int size) {
        return results.stream().filter(result -> result.connections() == size);
    }

    private static double median(double... values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : IntStream.of(middle - 1, middle)
                        .mapToDouble(i -> sorted[i])
                        .average()
                        .orElse(0);
    }
}
