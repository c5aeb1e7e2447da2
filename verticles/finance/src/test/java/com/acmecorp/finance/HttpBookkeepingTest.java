package com.acmecorp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class HttpBookkeepingTest {

    private static final String BOOKKEEPING = "bookkeeping";

    private Simulators others;
    private Bookkeeping books;

    @BeforeEach
    void start(Vertx vertx) {
        others = Simulators.on(vertx);
        books = new HttpBookkeeping(others.client("the bookkeeper"));
    }

    @Test
    void haveASaleOnceHoweverOftenItIsTold() {
        Await.result(enter());
        Await.result(enter());

        assertThat(others.books("entries").getLong("totalUsdCents")).isEqualTo(12_500);
    }

    @Test
    void haveASaleOnceThoughTheAnswerWasLost() {
        others.behave(BOOKKEEPING, JsonObject.of("dropShare", 1));
        assertThat(kind(enter())).isEqualTo(Kind.UNAVAILABLE);
        others.behave(BOOKKEEPING, new JsonObject());
        Await.result(enter());

        assertThat(others.books("entries").getLong("totalUsdCents")).isEqualTo(12_500);
    }

    @Test
    void areFinalInWhatTheyRefuse() {
        others.behave(BOOKKEEPING, JsonObject.of("declineShare", 1));

        assertThat(kind(enter())).isEqualTo(Kind.PARTY_REFUSED);
    }

    private Future<Void> enter() {
        return books.enter(new OrderId(7), new UsdCents(12_500), TraceParent.fresh());
    }

    private static Kind kind(Future<?> failed) {
        return ((ProblemException) Await.failure(failed)).problem().kind();
    }
}
