package com.acmecorp.app.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.ChildSystem;
import com.acmecorp.app.InTarget;
import com.acmecorp.app.Ports;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What was acknowledged survives a process that was killed in the middle of it, and no order is done twice. */
@Timeout(120)
class CrashTest {

    private static final int ORDERS = 1_500;
    private static final int STEPS_BEFORE_THE_CRASH = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ports ports = Ports.free();
    private final StringWriter told = new StringWriter();

    @Test
    void keepsEveryPromiseThroughACrash(@TempDir(factory = InTarget.class) Path data)
            throws Exception {
        Map<String, String> settings = ports.settings(data);
        ChildSystem first = ChildSystem.start(settings, STEPS_BEFORE_THE_CRASH);
        CompletableFuture<Integer> test = CompletableFuture.supplyAsync(this::systemTest);
        first.awaitBusy();
        first.kill();

        ChildSystem second = ChildSystem.start(settings, STEPS_BEFORE_THE_CRASH);
        try {
            assertThat(test.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(told::toString)
                    .isZero();
            assertThat(told.toString()).as("requests were under way").contains("unacknowledged");
        } finally {
            assertThat(second.stop()).as("the exit code after SIGTERM").isEqualTo(143);
        }
    }

    private int systemTest() {
        TestPlan plan =
                new TestPlan(ports.api(), ports.database(), "", ORDERS, "mix", 32, PATIENCE, true);
        return TestRun.carryOut(new Screen(new PrintWriter(told), false), plan);
    }
}
