package com.acmecorp.app.systemtest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Measures a running system: a system test with many orders, after some that warm it up and aren't counted. */
@Command(
        name = "load",
        description =
                "Measures how many orders a running system completes in a second, and verifies each.",
        mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

    @Mixin
    private TestOptions options = new TestOptions();

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

    @Override
    public Integer call() {
        Screen screen = Screen.stdout();
        TestPlan plan = options.plan(orders, concurrency, false);
        int warm = warmup == 0 ? 0 : TestRun.carryOut(screen, plan.withOrders(warmup));
        return warm == 0 ? TestRun.carryOut(screen, plan) : warm;
    }
}
