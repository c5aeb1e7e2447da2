package com.acmecorp.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestClock;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;

@ExtendWith(VertxExtension.class)
class WatchTest {

    private final AlertBook book = new AlertBook(new TestClock());
    private Future<Integer> facts = Future.succeededFuture(0);

    @SuppressWarnings("NullAway.Init") // each test has its own
    private Watch<Integer> watch;

    /** It breaks at one. */
    private record MustBeZero() implements Rule<Integer> {

        @Override
        public String name() {
            return "it isn't zero";
        }

        @Override
        public List<Breach> judge(Integer seen) {
            return seen == 0 ? List.of() : List.of(Breach.of("", "it is " + seen));
        }
    }

    @BeforeEach
    void patientWatch(Vertx vertx) {
        watch = watch(vertx, 10_000);
    }

    private Watch<Integer> watch(Vertx vertx, long timeoutMs) {
        return new Watch<>(
                "numbers",
                () -> vertx.timer(1).compose(waited -> facts),
                List.of(new MustBeZero()),
                book,
                timeoutMs);
    }

    @Test
    void judgesWhatItSees() {
        assertThat(look()).isEmpty();
        facts = Future.succeededFuture(1);
        assertThat(look()).containsExactly("ALERT it isn't zero. it is 1");
        facts = Future.succeededFuture(0);
        assertThat(look()).containsExactly("RESOLVED it isn't zero, after 0 s.");
    }

    @Test
    void holdsThatNoDataIsABreach() {
        facts = Future.failedFuture("the database is away");
        assertThat(look()).as("one failure is a stutter").isEmpty();
        assertThat(look())
                .containsExactly(
                        "ALERT no data about numbers. Nobody can tell about it isn't zero, because of the database is away");
        assertThat(look()).as("told once").isEmpty();
        facts = Future.succeededFuture(0);
        assertThat(look()).containsExactly("RESOLVED no data about numbers, after 0 s.");
    }

    @Test
    void keepsWhatItKnewWhileItIsBlind() {
        facts = Future.succeededFuture(1);
        look();
        facts = Future.failedFuture("the database is away");
        look();
        look();

        assertThat(book.open())
                .extracting(Alert::rule)
                .containsExactlyInAnyOrder("it isn't zero", "no data about numbers");
    }

    @Test
    void waitsNoLongerThanItMust(Vertx vertx) {
        watch = watch(vertx, 20);
        facts = Promise.<Integer>promise().future();
        look();

        assertThat(look()).singleElement().asString().startsWith("ALERT no data about numbers");
    }

    private List<String> look() {
        return Await.result(watch.look()).stream().map(Notice::line).toList();
    }
}
