package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.email.Turns.NoTurn;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

@ExtendWith(VertxExtension.class)
class TurnsTest {

    private static final long LONG_MS = 60_000;

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> begun = new ArrayList<>();

    @Test
    void comeInTheOrderOfTheAskers(Vertx vertx) {
        Turns turns = new Turns(vertx, 2, LONG_MS, nanos::get);
        Promise<Void> first = take(turns, "first");
        take(turns, "second");
        take(turns, "third");
        take(turns, "fourth");
        assertThat(begun).containsExactly("first", "second");

        first.complete();

        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void endWithWorkThatFailsOrNeverBegins(Vertx vertx) {
        Turns turns = new Turns(vertx, 1, LONG_MS, nanos::get);

        assertThat(turns.take(() -> Future.failedFuture("no")).failed()).isTrue();
        assertThat(turns.take(() -> fail("planted")).failed()).isTrue();

        take(turns, "next");
        assertThat(begun).containsExactly("next");
    }

    @Test
    void areNotKeptForThoseWhoGaveUp(Vertx vertx) {
        Turns turns = new Turns(vertx, 1, 1, nanos::get);
        Promise<Void> first = take(turns, "first");

        assertThat(Await.failure(turns.take(() -> fail("begun")))).isInstanceOf(NoTurn.class);
        first.complete();

        take(turns, "next");
        assertThat(begun).containsExactly("first", "next");
    }

    /** The timer hasn't come: the event loop had something else to do. */
    @Test
    void areNotGivenToThoseWhoWaitedTooLong(Vertx vertx) {
        Turns turns = new Turns(vertx, 1, LONG_MS, nanos::get);
        Promise<Void> first = take(turns, "first");
        Future<Void> late = turns.take(() -> fail("begun"));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(LONG_MS / 2));
        take(turns, "in time");
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(LONG_MS / 2));

        first.complete();

        assertThat(late.cause()).isInstanceOf(NoTurn.class);
        assertThat(begun).containsExactly("first", "in time");
    }

    /** Answers what ends the work. */
    private Promise<Void> take(Turns turns, String name) {
        Promise<Void> end = Promise.promise();
        turns.take(() -> {
                    begun.add(name);
                    return end.future();
                })
                .onComplete(ended -> {});
        return end;
    }

    private static Future<Void> fail(String why) {
        throw new IllegalStateException(why);
    }
}
