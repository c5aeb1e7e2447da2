package com.acmecorp.app.systemtest;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Carries out a test in this process and tells how it went. */
final class TestRun {

    private TestRun() {}

    /** Answers the exit code: 0 when the system kept its promises, else 1. */
    static int carryOut(Screen screen, TestPlan plan) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            TestResult result = RunningTest.begin(vertx, plan, screen).result();
            Report.lines(result).forEach(screen::say);
            return result.verdict().isGood() ? 0 : 1;
        } catch (TestFailure failure) {
            screen.say(String.valueOf(failure.getMessage()));
            return 1;
        } finally {
            vertx.close().await();
        }
    }
}
