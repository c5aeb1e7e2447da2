package com.acmecorp.platform.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeUseCases;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

@ExtendWith(VertxExtension.class)
class BusUseCasesTest {

    private static final Request REQUEST = new Request(
            JsonObject.of("orgNumber", new BigInteger("9".repeat(20)), "city", "Mérida"),
            TraceParent.fresh(),
            "key 1");

    private UseCases useCases = new FakeUseCases();

    @BeforeEach
    void useTheTestsVertx(Vertx vertx) {
        useCases = new BusUseCases(vertx, 10_000);
    }

    @Test
    void carriesTheWholeRequestThereAndTheAnswerBack() {
        AtomicReference<Request> received = new AtomicReference<>();
        offer(request -> {
            received.set(request);
            return Future.succeededFuture(JsonObject.of("done", request.body()));
        });

        assertThat(Await.result(useCases.call("plant", REQUEST)))
                .isEqualTo(JsonObject.of("done", REQUEST.body()));
        assertThat(received).hasValue(REQUEST);
    }

    @Test
    void needsNoIdempotencyKey() {
        offer(request -> Future.succeededFuture(JsonObject.of("key", request.idempotencyKey())));

        assertThat(Await.result(useCases.call("plant", Request.of(new JsonObject()))))
                .isEqualTo(JsonObject.of("key", null));
    }

    @Test
    void carriesARefusalBack() {
        Problem refusal = Problem.ofField(Kind.INVALID, "city", "We don't deliver to Mérida.");
        offer(request -> Future.failedFuture(refusal.asException()));
        assertThat(problem()).isEqualTo(refusal);
    }

    @Test
    void carriesARefusalBackThatWasThrown() {
        Problem refusal = Problem.of(Kind.NOT_FOUND, "There is no order 7.");
        offer(request -> {
            throw refusal.asException();
        });

        assertThat(problem()).isEqualTo(refusal);
    }

    @Test
    void keepsTheTextOfABugToItself() {
        offer(request -> {
            throw new IllegalStateException("secret");
        });

        assertThat(problem().kind()).isEqualTo(Kind.INTERNAL);
        assertThat(problem().detail()).doesNotContain("secret");
    }

    @Test
    void saysThatNobodyIsThere() {
        assertThat(problem().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void givesUpWaiting(Vertx vertx) {
        useCases = new BusUseCases(vertx, 1);
        offer(request -> Promise.<JsonObject>promise().future());

        assertThat(problem().detail()).contains("in time");
    }

    private void offer(Function<Request, Future<JsonObject>> useCase) {
        Await.result(useCases.offer("plant", useCase));
    }

    private Problem problem() {
        Throwable failure = Await.failure(useCases.call("plant", REQUEST));
        assertThat(failure).isInstanceOf(ProblemException.class);
        return ((ProblemException) failure).problem();
    }
}
