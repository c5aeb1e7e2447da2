package com.acmecorp.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.StockCreated;
import com.acmecorp.platform.bus.BusCodecs;
import com.acmecorp.platform.events.Outcome.Verdict;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Publisher and subscriber of the event bus, together. */
@ExtendWith(VertxExtension.class)
class BusEventsTest {

    private static final String STOCKED = "order.mark-stocked";
    private static final int PATIENCE_MS = 10_000;
    private static final int NO_PATIENCE_MS = 1;

    @BeforeEach
    void registerCodecs(Vertx vertx) {
        BusCodecs.register(vertx);
    }

    @Test
    void handsEachEventOfABatchToTheHandler(Vertx vertx) {
        List<OrderId> handled = new CopyOnWriteArrayList<>();
        listen(vertx, event -> {
            handled.add(event.orderId());
            return Future.succeededFuture();
        });

        assertThat(publish(vertx, 3, 1, 2)).allMatch(Outcome::isAcknowledged).hasSize(3);
        assertThat(handled).containsExactly(new OrderId(3), new OrderId(1), new OrderId(2));
    }

    @Test
    void answersInTheBatchsOrderWhicheverIsDoneFirst(Vertx vertx) {
        Promise<Void> second = Promise.promise();
        listen(vertx, event -> {
            if (event.orderId().value() == 1) {
                return second.future().compose(done -> refused(Kind.CONFLICT));
            }
            second.complete();
            return Future.succeededFuture();
        });

        assertThat(publish(vertx, 1, 2))
                .extracting(Outcome::isAcknowledged)
                .containsExactly(false, true);
    }

    @Test
    void oneEventsTroubleIsNotAnothers(Vertx vertx) {
        listen(vertx, event -> switch ((int) event.orderId().value()) {
            case 1 -> throw new IllegalStateException("a bug");
            case 2 -> refused(Kind.NOT_FOUND);
            case 3 -> refused(Kind.INVALID);
            case 4 -> throw new AssertionError("a worse bug");
            default -> Future.succeededFuture();
        });

        List<Outcome> outcomes = publish(vertx, 1, 2, 3, 4, 5);

        assertThat(outcomes)
                .extracting(Outcome::worthRetrying)
                .containsExactly(true, true, false, true, false);
        assertThat(outcomes.getLast().isAcknowledged()).isTrue();
        assertThat(outcomes)
                .extracting(Outcome::error)
                .startsWith(
                        "java.lang.IllegalStateException: a bug", "NOT_FOUND: No.", "INVALID: No.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PARTY_AWAY", "DATABASE_AWAY", "NO_ROOM", "IN_PROGRESS"})
    void aRefusalSaysWhetherAnotherAttemptMayHelp(Kind kind, Vertx vertx) {
        listen(vertx, event -> refused(kind));

        assertThat(publish(vertx, 1))
                .containsExactly(Outcome.failed(kind + ": No.", kind.worthRetrying()));
    }

    @ParameterizedTest
    @EnumSource(names = {"PARTY_AWAY", "DATABASE_AWAY", "NO_ROOM", "IN_PROGRESS"})
    void anAttemptDoesNotCountThatSaysNothingAboutTheEvent(Kind kind, Vertx vertx) {
        listen(vertx, event -> refused(kind));

        assertThat(publish(vertx, 1)).containsExactly(Outcome.unreachable(kind + ": No."));
    }

    @Test
    void aHandlerThatNeverEndsFailsAlone(Vertx vertx) {
        Await.result(new BusSubscriber(vertx, NO_PATIENCE_MS)
                .subscribe(
                        STOCKED,
                        StockCreated.class,
                        event -> event.orderId().value() == 1
                                ? Promise.promise().future()
                                : Future.succeededFuture()));

        List<Outcome> outcomes = publish(vertx, 1, 2);

        assertThat(outcomes).extracting(Outcome::isAcknowledged).containsExactly(false, true);
        assertThat(outcomes.getFirst().worthRetrying()).isTrue();
        assertThat(outcomes.getFirst().error()).contains("Timeout");
    }

    @Test
    void aSubscriberThatIsNotThereIsWaitedFor(Vertx vertx) {
        assertThat(publish(vertx, 1, 2)).hasSize(2).allSatisfy(outcome -> {
            assertThat(outcome.error()).contains(STOCKED);
            assertThat(outcome.verdict()).isEqualTo(Verdict.NO_SUBSCRIBER);
            assertThat(outcome.worthRetrying()).isTrue();
            assertThat(outcome.reachedItsTarget()).isFalse();
        });
    }

    @Test
    void aSubscriberThatNeverAnswersFailsTheWholeBatchForNow(Vertx vertx) {
        listen(vertx, event -> Promise.promise().future());

        assertThat(outcomes(
                        new BusEventPublisher(vertx, NO_PATIENCE_MS),
                        SampleOrder.of(1).stockCreated()))
                .hasSize(1)
                .allMatch(outcome -> outcome.verdict() == Verdict.FAILED);
    }

    @Test
    void anEventOfAnotherTypeIsNotHandled(Vertx vertx) {
        listen(vertx, event -> Future.succeededFuture());

        assertThat(outcomes(
                        new BusEventPublisher(vertx, PATIENCE_MS),
                        SampleOrder.of(1).placed()))
                .noneMatch(Outcome::isAcknowledged);
    }

    @Test
    void anEmptyBatchIsFine(Vertx vertx) {
        listen(vertx, event -> Future.succeededFuture());

        assertThat(publish(vertx)).isEmpty();
    }

    @Test
    void refusesASubscriberThatIsNotInTheTable(Vertx vertx) {
        BusSubscriber subscriber = new BusSubscriber(vertx, PATIENCE_MS);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        subscriber.subscribe("order.eat", StockCreated.class, BusEventsTest::done))
                .withMessageContaining("order.eat");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        subscriber.subscribe(STOCKED, OrderCreated.class, BusEventsTest::done))
                .withMessage(STOCKED + " is subscribed to StockCreated, not to OrderCreated");
    }

    @Test
    void knowsWhoMustHaveAnEvent(Vertx vertx) {
        BusEventPublisher publisher = new BusEventPublisher(vertx, PATIENCE_MS);

        assertThat(publisher.targets(SampleOrder.of(1).deliverable()))
                .containsExactly("email.ready-for-delivery");
        assertThat(publisher.targets(SampleOrder.of(1).ofTest(7).deliverable()))
                .containsExactly("email.ready-for-delivery", "delivery.auto-book");
    }

    private static void listen(Vertx vertx, Function<StockCreated, Future<?>> handler) {
        Await.result(new BusSubscriber(vertx, PATIENCE_MS)
                .subscribe(STOCKED, StockCreated.class, handler));
    }

    private static List<Outcome> publish(Vertx vertx, long... orders) {
        OrderEvent[] events = LongStream.of(orders)
                .mapToObj(order -> SampleOrder.of(order).stockCreated())
                .toArray(OrderEvent[]::new);
        return outcomes(new BusEventPublisher(vertx, PATIENCE_MS), events);
    }

    private static List<Outcome> outcomes(EventPublisher publisher, OrderEvent... events) {
        EventBatch batch =
                new EventBatch(List.of(events).stream().map(EventEnvelope::of).toList());
        return Await.result(publisher.publish(STOCKED, batch)).each();
    }

    private static Future<Void> done(OrderEvent event) {
        return Future.succeededFuture();
    }

    private static Future<Void> refused(Kind kind) {
        return Future.failedFuture(Problem.of(kind, "No.").asException());
    }
}
