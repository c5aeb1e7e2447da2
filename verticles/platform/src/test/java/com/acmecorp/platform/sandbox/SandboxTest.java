package com.acmecorp.platform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@ExtendWith(VertxExtension.class)
class SandboxTest {

    @Test
    void answersAtOnceAndAlwaysUnlessToldOtherwise(Vertx vertx) {
        SandboxBehaviour standard =
                SandboxBehaviour.from(new Settings(List.of(), Map.of()), "stock");

        assertThat(sandbox(vertx, standard, 0).call().succeeded()).isTrue();
    }

    @Test
    void isAsSlowAsItIsTold(Vertx vertx) {
        assertThat(sandbox(vertx, new SandboxBehaviour(60_000, 0), 0).call().isComplete())
                .isFalse();

        Await.result(sandbox(vertx, new SandboxBehaviour(1, 0), 0).call());
    }

    @Test
    void failsInTheShareItIsTold(Vertx vertx) {
        SandboxBehaviour behaviour = new SandboxBehaviour(0, 0.25);

        assertThat(sandbox(vertx, behaviour, 0.25).call().succeeded()).isTrue();
        assertThat(sandbox(vertx, behaviour, 0.24).call().cause())
                .isInstanceOfSatisfying(ProblemException.class, failure -> {
                    assertThat(failure.problem().kind()).isEqualTo(Kind.UNAVAILABLE);
                    assertThat(failure.problem().detail()).contains("the stockist");
                });
    }

    @Test
    void losesAnswersOnlyAfterTheWorkIsDone(Vertx vertx) {
        List<String> done = new ArrayList<>();

        assertThat(sandbox(vertx, new SandboxBehaviour(0, 0, 1), 0)
                        .call(() -> done.add("lost"))
                        .failed())
                .isTrue();
        assertThat(sandbox(vertx, new SandboxBehaviour(0, 1, 0), 0)
                        .call(() -> done.add("never begun"))
                        .failed())
                .isTrue();
        assertThat(sandbox(vertx, new SandboxBehaviour(0, 0), 0)
                        .call(() -> done.add("answered"))
                        .succeeded())
                .isTrue();
        assertThat(done).containsExactly("lost", "answered");
    }

    @Test
    void readsItsContextsSettings() {
        JsonObject stock = JsonObject.of("delayMs", 5, "failureShare", 0.5, "lostAnswerShare", 0.1);
        Settings settings = new Settings(List.of(JsonObject.of("stock", stock)), Map.of());

        assertThat(SandboxBehaviour.from(settings, "stock"))
                .isEqualTo(new SandboxBehaviour(5, 0.5, 0.1));
        settings.check();
    }

    private static Sandbox sandbox(Vertx vertx, SandboxBehaviour behaviour, double chance) {
        return new Sandbox(vertx, "the stockist", behaviour, () -> chance);
    }
}
