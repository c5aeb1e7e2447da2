package com.acmecorp.app.systemtest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** Tests a running system from end to end; exit code 1 when anything differs from what it promised. */
@Command(
        name = "system-test",
        description =
                "Sends test orders through a running system and verifies that each one arrived.",
        mixinStandardHelpOptions = true)
public final class SystemTestCommand implements Callable<Integer> {

    @Mixin
    private TestOptions options = new TestOptions();

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "How many orders (${DEFAULT-VALUE}).")
    private int orders = 100;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "How many at once (${DEFAULT-VALUE}).")
    private int concurrency = 32;

    @Option(
            names = "--tolerate-failures",
            description =
                    "Goes on when the system goes away: an order without an answer is asked for again, under the"
                            + " same idempotency key, until there is one.")
    private boolean tolerateFailures;

    @Override
    public Integer call() {
        Screen screen = Screen.stdout();
        return TestRun.carryOut(screen, options.plan(orders, concurrency, tolerateFailures));
    }
}
