package com.acmecorp.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestClock;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

@ExtendWith(VertxExtension.class)
class NoticeQueueTest {

    private static final Notice LAST = notice("last");

    private final List<String> told = new ArrayList<>();
    private final Promise<Void> lastTold = Promise.promise();

    @Test
    void tellsInTheOrderOfTheNotices(Vertx vertx) {
        tell(vertx, attempt -> Future.succeededFuture(), notice("first"), notice("second"), LAST);

        assertThat(told).containsExactly("first", "second", "last");
    }

    @Test
    void triesAgainAFewTimes(Vertx vertx) {
        tell(
                vertx,
                attempt -> attempt < 3 ? Future.failedFuture("busy") : Future.succeededFuture(),
                notice("first"),
                LAST);

        assertThat(told).containsExactly("first", "first", "first", "last");
    }

    @Test
    void goesOnWithTheNextOneAfterTheLastAttempt(Vertx vertx) {
        tell(
                vertx,
                attempt -> attempt <= 4 ? Future.failedFuture("away") : Future.succeededFuture(),
                notice("first"),
                LAST);

        assertThat(told).containsExactly("first", "first", "first", "first", "last");
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor(Vertx vertx) {
        Notice[] many = new Notice[150];
        for (int i = 0; i < many.length; i++) {
            many[i] = notice("number " + i);
        }
        many[149] = LAST;
        tell(vertx, attempt -> vertx.timer(1), many);

        assertThat(told).hasSize(101).startsWith("number 0", "number 50").endsWith("last");
    }

    private void tell(Vertx vertx, IntFunction<Future<?>> answers, Notice... notices) {
        Context context = vertx.getOrCreateContext();
        context.runOnContext(go -> {
            NoticeQueue queue = new NoticeQueue(vertx, new Recording(answers), 1);
            List.of(notices).forEach(queue::add);
        });
        Await.result(lastTold.future());
    }

    private static Notice notice(String rule) {
        return new Notice.Raised(Alert.raised(rule, Breach.of("", "something"), TestClock.START));
    }

    /** Notes what it is told; its answers are the test's. */
    private final class Recording implements Sink {

        private final IntFunction<Future<?>> answers;

        Recording(IntFunction<Future<?>> answers) {
            this.answers = answers;
        }

        @Override
        public String name() {
            return "recording";
        }

        @Override
        public Future<?> tell(Notice notice) {
            told.add(notice.alert().rule());
            if (notice.equals(LAST)) {
                lastTold.tryComplete();
            }
            return answers.apply(told.size());
        }
    }
}
