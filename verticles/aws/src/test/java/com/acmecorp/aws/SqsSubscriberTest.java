package com.acmecorp.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.aws.testing.FakeCloud;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.StockCreated;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.events.Transport;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** How messages of a queue become events of a handler. */
@Timeout(60)
class SqsSubscriberTest {

    private static final String SUBSCRIBER = "order.mark-stocked";
    private static final String ARN = "arn:aws:sqs:elasticmq:000000000000:";
    private static final int MOST_RECEIVES = 3;
    private static final long LOOK_EVERY_NS = 5_000_000L;
    private static final FakeCloud CLOUD = FakeCloud.empty();

    private final Vertx vertx = Vertx.vertx();

    /** Each test has queues of its own. */
    private final String prefix = UUID.randomUUID() + "-";

    private final String queue = prefix + "order-mark-stocked";
    private final String dead = queue + "-dlq";
    private final List<Transport> transports = new CopyOnWriteArrayList<>();
    private final List<String> listeners = new CopyOnWriteArrayList<>();
    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void makeTheQueue() {
        CLOUD.sqs().createQueue(request -> request.queueName(dead)).join();
        String redrive = JsonObject.of(
                        "deadLetterTargetArn", ARN + dead, "maxReceiveCount", MOST_RECEIVES)
                .encode();
        CLOUD.sqs()
                .createQueue(request -> request.queueName(queue)
                        .attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, redrive)))
                .join();
    }

    @AfterEach
    void close() {
        listeners.forEach(listener -> Await.result(vertx.undeploy(listener)));
        transports.forEach(transport -> Await.result(transport.close()));
        Await.result(vertx.close());
    }

    @AfterAll
    static void closeTheCloud() {
        CLOUD.close();
    }

    @Test
    void handlesEachEventAndDeletesItsMessage() {
        listen(event -> Future.succeededFuture());
        for (long order = 1; order <= 25; order++) {
            send(order);
        }
        eventually("all are handled", () -> Set.copyOf(handled).size() == 25);
        eventually("all are deleted", () -> CLOUD.count(queue) == 0);
    }

    @Test
    void handlesAnEventAgainThatFailed() {
        listen(event -> handled.size() < 2
                ? Future.failedFuture("the line is busy")
                : Future.succeededFuture());
        send(7);
        eventually("the second attempt is acknowledged", () -> CLOUD.count(queue) == 0);
        assertThat(handled).containsExactly(7L, 7L);
        assertThat(CLOUD.count(dead)).isZero();
    }

    @Test
    void leavesAPoisonousEventToTheDeadLetterQueueAndARedriveHealsIt() {
        Set<Long> poisonous = ConcurrentHashMap.newKeySet();
        poisonous.add(13L);
        listen(event -> poisonous.contains(event.orderId().value())
                ? Future.failedFuture(Problem.of(Kind.INVALID, "No such plant.").asException())
                : Future.succeededFuture());
        send(12);
        send(13);
        send(14);
        eventually("only it is dead", () -> CLOUD.count(dead) == 1 && CLOUD.count(queue) == 0);
        assertThat(handled).contains(12L, 14L).filteredOn(order -> order == 13).hasSize(3);

        poisonous.clear();
        redrive();
        eventually("it is handled after all", () -> CLOUD.count(dead) + CLOUD.count(queue) == 0);
        assertThat(handled).filteredOn(order -> order == 13).hasSize(4);
    }

    @Test
    void leavesWhatIsNoEventToTheDeadLetterQueue() {
        listen(event -> Future.succeededFuture());
        CLOUD.sqs()
                .sendMessage(request -> request.queueUrl(CLOUD.url(queue)).messageBody("{\"a\":"))
                .join();
        eventually("it is dead", () -> CLOUD.count(dead) == 1);
        assertThat(handled).isEmpty();
    }

    @Test
    void hidesAMessageForAsLongAsItIsWorkedOn() {
        listen(event -> vertx.timer(3_500), Map.of("sqs.visibilitySeconds", 2));
        send(1);
        eventually("it is done", () -> CLOUD.count(queue) == 0);
        assertThat(handled).as("nobody took it for abandoned").containsExactly(1L);
    }

    @Test
    void receivesNoMoreThanItHasRoomFor() {
        Promise<Void> release = Promise.promise();
        listen(event -> release.future(), Map.of("sqs.inFlight", 10));
        for (long order = 1; order <= 25; order++) {
            send(order);
        }
        eventually("it is full", () -> handled.size() == 10);
        assertThat(visible()).isEqualTo(15);

        release.complete();
        eventually("all are done", () -> CLOUD.count(queue) == 0);
        assertThat(handled).hasSize(25);
    }

    @Test
    void finishesWhatIsInWorkBeforeItStops() {
        Promise<Void> release = Promise.promise();
        String listener = listen(event -> release.future(), Map.of("sqs.inFlight", 1));
        send(1);
        eventually("it is in work", () -> handled.size() == 1);

        Future<Void> stopped = vertx.undeploy(listener);
        send(2);
        assertThat(stopped.isComplete()).as("waits for the handler").isFalse();
        release.complete();
        Await.result(stopped);
        listeners.clear();

        assertThat(handled).containsExactly(1L);
        assertThat(CLOUD.count(queue)).as("only what came later").isEqualTo(1);
    }

    @Test
    void runsHandlersOnTheListenersOwnEventLoop() {
        listen(event -> Future.succeededFuture());
        for (long order = 1; order <= 12; order++) {
            send(order);
        }
        eventually("all are handled", () -> handled.size() == 12);
        assertThat(threads).as("of the start and of all handlers").hasSize(1);
    }

    @Test
    void staysOnTheListenersEventLoopWhereAHandlerEndsElsewhere() {
        listen(
                event -> {
                    Promise<Void> done = Promise.promise();
                    Thread.ofPlatform().start(done::complete);
                    return done.future();
                },
                Map.of("sqs.inFlight", 1));
        for (long order = 1; order <= 5; order++) {
            send(order);
        }
        eventually("all are deleted", () -> CLOUD.count(queue) == 0);
        assertThat(handled).hasSize(5);
        assertThat(threads).as("of the start and of all handlers").hasSize(1);
    }

    @Test
    void saysWhichQueueIsMissing() {
        Transport lost = transport(Map.of("sqs.queuePrefix", "other-"));

        assertThat(Await.failure(lost.subscriber()
                        .subscribe(
                                SUBSCRIBER, StockCreated.class, event -> Future.succeededFuture())))
                .hasMessageContaining("there is no queue other-order-mark-stocked")
                .hasMessageContaining("sqs.queuePrefix");
    }

    /** As operators do it in the console, or with {@code aws sqs start-message-move-task}. */
    private void redrive() {
        CLOUD.sqs()
                .startMessageMoveTask(
                        request -> request.sourceArn(ARN + dead).destinationArn(ARN + queue))
                .join();
    }

    private int visible() {
        return Integer.parseInt(CLOUD.sqs()
                .getQueueAttributes(request -> request.queueUrl(CLOUD.url(queue))
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .join()
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    private void send(long order) {
        String message = EventJson.write(EventEnvelope.of(SampleOrder.of(order).stockCreated()));
        CLOUD.sqs()
                .sendMessage(request -> request.queueUrl(CLOUD.url(queue)).messageBody(message))
                .join();
    }

    private String listen(Function<StockCreated, Future<?>> handler) {
        return listen(handler, Map.of());
    }

    private String listen(Function<StockCreated, Future<?>> handler, Map<String, Object> further) {
        return deploy(transport(further), handler);
    }

    /** As a context does: in the start of its verticle. */
    private String deploy(Transport transport, Function<StockCreated, Future<?>> handler) {
        String listener = Await.result(vertx.deployVerticle(new VerticleBase() {
            @Override
            public Future<?> start() {
                threads.add(Thread.currentThread());
                return transport.subscriber().subscribe(SUBSCRIBER, StockCreated.class, event -> {
                    threads.add(Thread.currentThread());
                    handled.add(event.orderId().value());
                    return handler.apply(event);
                });
            }
        }));
        listeners.add(listener);
        return listener;
    }

    private Transport transport(Map<String, Object> further) {
        Map<String, Object> quick = Map.of("sqs.queuePrefix", prefix, "sqs.retryBaseSeconds", 0);
        Settings settings = new Settings(
                List.of(
                        new JsonObject(Map.copyOf(CLOUD.settings())),
                        new JsonObject(quick),
                        new JsonObject(further)),
                Map.of());
        Transport transport =
                new EventBridgeTransport(vertx, AwsConfig.from(settings, true), 20_000);
        transports.add(transport);
        return transport;
    }

    private static void eventually(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }
}
