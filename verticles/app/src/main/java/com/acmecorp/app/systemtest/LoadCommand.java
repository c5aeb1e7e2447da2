package com.acmecorp.app.systemtest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Measures a running system: a system test with many orders, after some that warm it up and aren't counted; or, with
 * {@code --connections}, rushes of more shoppers than it can serve.
 */
@Command(
        name = "load",
        description =
                "Measures how many orders a running system completes in a second, and verifies each.",
        mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

    private static final int MOST_CONNECTIONS = 20_000;

    @Mixin
    private TestOptions options = new TestOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "How many orders (${DEFAULT-VALUE}).")
    private int orders = 20_000;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "How many at once (${DEFAULT-VALUE}).")
    private int concurrency = 128;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            description = "Orders before the clock starts (${DEFAULT-VALUE}).")
    private int warmup = 5_000;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            description =
                    "Instead of a number of orders: rushes of so many shoppers, as in 128,2000,4000, in turns; the others are compared with the first.")
    private List<Integer> connections = List.of();

    @Option(
            names = "--again",
            paramLabel = "HOW",
            description =
                    "In a rush, how shoppers who are refused ask again: retry-after or at-once (retry-after).")
    private String again = "retry-after";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long a rush lasts (${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How many rushes of each size (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Override
    public Integer call() {
        Screen screen = Screen.stdout();
        TestPlan plan = options.plan(orders, concurrency, false);
        int warm = warmup == 0 ? 0 : TestRun.carryOut(screen, plan.withOrders(warmup));
        if (warm != 0) {
            return warm;
        }
        return connections.isEmpty() ? TestRun.carryOut(screen, plan) : rush(screen, plan);
    }

    private int rush(Screen screen, TestPlan plan) {
        require(
                connections.stream().allMatch(n -> n >= 1 && n <= MOST_CONNECTIONS),
                "--connections: expected numbers from 1 to " + MOST_CONNECTIONS);
        require(seconds >= 1 && seconds <= 600, "--seconds: expected 1 to 600");
        require(rounds >= 1 && rounds <= 100, "--rounds: expected 1 to 100");
        RushPlan rush = new RushPlan(plan, again(), Duration.ofSeconds(seconds));
        try {
            return new Rushes(screen, rush, connections, rounds).carryOut();
        } catch (TestFailure failure) {
            screen.say(String.valueOf(failure.getMessage()));
            return 1;
        }
    }

    private Again again() {
        require(
                List.of("retry-after", "at-once").contains(again),
                "--again: expected retry-after or at-once, found " + again);
        return again.equals("at-once") ? Again.AT_ONCE : Again.RETRY_AFTER;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            CommandLine command = Objects.requireNonNull(spec).commandLine();
            throw new ParameterException(command, sentence);
        }
    }
}
