package com.acmecorp.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.events.Subscriber;

import io.vertx.core.Future;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Proves that the simulation finds what it watches for: each mistake within the seeds that every build runs. */
class PlantedMistakesTest {

    private static final int SEEDS = 200;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("events go out before the commit", Mistake.lateCommits()),
                Arguments.of(
                        "state and event are not in one transaction",
                        Mistake.inStatements(Mistake.BEGIN, Mistake.END)),
                Arguments.of(
                        "nobody looks after a payment that was left open",
                        Mistake.inStatements(
                                "payment_intents\nWHERE due_at_ms",
                                "payment_intents\nWHERE 1 = 2 AND due_at_ms")),
                Arguments.of(
                        "what a killed process left is not dispatched again",
                        Mistake.inStatements(
                                "dispatch_at_ms <= ?", "dispatch_at_ms <= ? AND 1 = 2")),
                Arguments.of(
                        "a handler's failure passes for success",
                        Mistake.inHandlers(Careless::new)),
                Arguments.of(
                        "a sale that is entered already is entered again",
                        Mistake.inStatements(
                                "entry FROM ledger FORCE INDEX (PRIMARY) WHERE",
                                "entry FROM ledger WHERE 1 = 2 AND")),
                Arguments.of(
                        "nobody looks after a reservation that was left open",
                        Mistake.inStatements(
                                "delivery_reservations\nWHERE due_at_ms",
                                "delivery_reservations\nWHERE 1 = 2 AND due_at_ms")),
                Arguments.of("each process goes by its own clock", Mistake.ownClocksOnly()),
                Arguments.of(
                        "all leases end where the server's clock is set ahead",
                        Mistake.inStatements("ahead_us = ?", "ahead_us = GREATEST(0, ?)")),
                Arguments.of(
                        "leases last for longer where the server's clock is set back",
                        Mistake.inStatements("ahead_us = ?", "ahead_us = LEAST(0, ?)")),
                Arguments.of(
                        "nobody minds who is sending a mail",
                        Mistake.inStatements(
                                "claim_holder, claim_ends_at_ms FROM emails", "0, 0 FROM emails")),
                Arguments.of("a refund is made twice", Mistake.inRefunds()),
                Arguments.of(
                        "a refund is forgotten",
                        Mistake.inHandlers(deafTo("order.refund-payment"))),
                Arguments.of(
                        "a reversal is missing",
                        Mistake.inHandlers(deafTo("finance.reverse-sale"))),
                Arguments.of(
                        "who cancelled is not told",
                        Mistake.inHandlers(deafTo("email.order-cancelled"))),
                Arguments.of(
                        "a letter that is given back is not attempted again",
                        Mistake.inStatements(
                                "died_at_ms = NULL, replay_id",
                                "died_at_ms = NULL, next_attempt_at_ms = NULL, replay_id")));
    }

    private static UnaryOperator<Subscriber> deafTo(String subscriber) {
        return contexts -> new Deaf(contexts, subscriber);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void findsWhatWasPlanted(String name, Mistake mistake) {
        try (Silence _ = new Silence()) {
            Optional<String> found = LongStream.range(0, SEEDS)
                    .mapToObj(seed -> failure(seed, mistake))
                    .flatMap(Optional::stream)
                    .findFirst();
            assertThat(found).as(name).isPresent();
        }
    }

    private static Optional<String> failure(long seed, Mistake mistake) {
        try {
            new Simulation(seed, mistake).run();
            return Optional.empty();
        } catch (AssertionError found) {
            return Optional.of(
                    String.valueOf(found.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Acknowledges events whether they were handled or not. */
    private record Careless(Subscriber subscriber) implements Subscriber {

        @Override
        public <E extends OrderEvent> Future<Void> subscribe(
                String name, Class<E> event, Function<E, Future<?>> handler) {
            return subscriber.subscribe(
                    name, event, received -> handler.apply(received).otherwiseEmpty());
        }
    }

    /** Acknowledges for one subscriber what it never hears of. */
    private record Deaf(Subscriber subscriber, String deaf) implements Subscriber {

        @Override
        public <E extends OrderEvent> Future<Void> subscribe(
                String name, Class<E> event, Function<E, Future<?>> handler) {
            return subscriber.subscribe(
                    name,
                    event,
                    name.equals(deaf) ? received -> Future.succeededFuture() : handler);
        }
    }
}
