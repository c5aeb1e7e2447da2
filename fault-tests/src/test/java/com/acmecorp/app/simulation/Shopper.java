package com.acmecorp.app.simulation;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Somebody who orders plants, and books a delivery time once they have come; some think better of it at any moment. With an Idempotency-Key they ask again and
 * again until they know; without one they ask once.
 */
final class Shopper {

    private static final int PATIENCE_MS = 50_000;
    private static final int PAUSE_MS = 2_000;
    private static final int SLOTS_LIKED = 2;
    private static final int MOST_WISHES = 20;
    private static final int SECOND_THOUGHTS_MS = 15_000;

    private final World world;
    private final Random random;
    private final JsonObject form;
    private final @Nullable String key;
    private final boolean isTest;
    private int bookings;
    private int wishes;
    private @Nullable OrderId order;
    private boolean done;
    private boolean cancelling;
    private boolean cancelled;

    Shopper(World world, int number) {
        this.world = world;
        this.random = world.random();
        this.isTest = random.nextInt(3) == 0;
        this.form = Forms.form(random, number, isTest);
        this.key = random.nextBoolean() ? null : "key-" + number;
        this.bookings = isTest ? 0 : random.nextInt(4);
        this.cancelling = random.nextInt(3) == 0;
    }

    /** The order that they were told is accepted. */
    Optional<OrderId> order() {
        return Optional.ofNullable(order);
    }

    /** Whether they want nothing more. */
    boolean isDone() {
        return done && !cancelling;
    }

    /** Whether they were told that their order is cancelled. */
    boolean hasCancelled() {
        return cancelled;
    }

    /** Begins; some press the button twice. */
    void buy() {
        order(this::accepted);
        if (key != null && random.nextInt(4) == 0) {
            order(this::accepted);
        }
    }

    private void order(Consumer<JsonObject> then) {
        ask("createOrder", form, then, this::notAccepted);
    }

    private void accepted(JsonObject answer) {
        OrderId accepted = new OrderId(answer.getLong("orderId"));
        Violation.unless(order == null || order.equals(accepted), "one key, two orders: " + key);
        if (order == null) {
            order = accepted;
            world.trace().add("shopper: order " + accepted + " is accepted");
            goOn();
            if (cancelling) {
                world.after(1 + random.nextInt(SECOND_THOUGHTS_MS), this::cancel);
            }
        }
    }

    private void notAccepted(@Nullable Kind kind) {
        world.trace().add("shopper: not accepted: " + kind);
        requireExpected(kind, Set.of(Kind.PAYMENT_DECLINED, Kind.CONFLICT));
        if (order == null && (key == null || kind == Kind.PAYMENT_DECLINED)) {
            done = true;
            cancelling = false;
        } else if (order == null) {
            again(() -> order(this::accepted));
        }
    }

    private void goOn() {
        if (bookings == 0 || wishes++ > MOST_WISHES) {
            done = true;
        } else {
            again(() -> ask(
                    "deliveryTimes",
                    Forms.timesFor(form),
                    this::choose,
                    failed -> goOn(Set.of(), failed)));
        }
    }

    private void goOn(Set<Kind> expected, @Nullable Kind failed) {
        requireExpected(failed, expected);
        goOn();
    }

    /** Whoever asks for what they may have is refused for a reason, or told to ask again. */
    private static void requireExpected(@Nullable Kind kind, Set<Kind> expected) {
        Violation.unless(
                kind == null || kind.worthRetrying() || expected.contains(kind),
                "a shopper was refused: " + kind);
    }

    /** Some have the page open in two tabs, and press the button in both. */
    private void choose(JsonObject answer) {
        JsonArray options = answer.getJsonArray("deliveryOptions");
        if (random.nextInt(3) == 0) {
            ask(
                    "bookDelivery",
                    wish(options),
                    booked -> {},
                    failed -> requireExpected(failed, Set.of(Kind.CONFLICT)));
        }
        ask(
                "bookDelivery",
                wish(options),
                this::booked,
                failed -> goOn(Set.of(Kind.CONFLICT), failed));
    }

    private JsonObject wish(JsonArray options) {
        return new JsonObject()
                .put("orderId", order().orElseThrow().value())
                .put("deliveryTime", options.getString(random.nextInt(SLOTS_LIKED)))
                .put("token", Node.LINKS.token(Purpose.BOOK_DELIVERY, order().orElseThrow()));
    }

    private void booked(JsonObject booking) {
        bookings--;
        goOn();
    }

    /** Until they know whether it was in time. */
    private void cancel() {
        JsonObject wish = new JsonObject()
                .put("orderId", order().orElseThrow().value())
                .put("token", Node.LINKS.token(Purpose.CANCEL, order().orElseThrow()));
        ask("cancelOrder", wish, this::cancelled, this::notCancelled);
    }

    private void cancelled(JsonObject answer) {
        world.trace().add("shopper: order " + order + " is cancelled");
        cancelling = false;
        cancelled = true;
    }

    private void notCancelled(@Nullable Kind kind) {
        requireExpected(kind, Set.of(Kind.CONFLICT));
        if (kind == Kind.CONFLICT) {
            cancelling = false;
        } else {
            again(this::cancel);
        }
    }

    private void again(Runnable what) {
        world.after(1 + random.nextInt(PAUSE_MS), what);
    }

    /** Asks any process; where no answer comes, that is one, too. */
    private void ask(
            String useCase,
            JsonObject body,
            Consumer<JsonObject> then,
            Consumer<@Nullable Kind> otherwise) {
        Once once = new Once(then, otherwise);
        world.after(PATIENCE_MS, () -> once.failed(null));
        if (!world.nodes().isEmpty() && !world.faults().shoppers().strikes()) {
            Node node = world.nodes().get(random.nextInt(world.nodes().size()));
            node.call(useCase, new Request(body.copy(), TraceParent.fresh(), key))
                    .onSuccess(answer -> hear(() -> once.answered(answer)))
                    .onFailure(failure -> hear(() -> once.failed(kind(failure))));
        }
    }

    private void hear(Runnable news) {
        if (!world.faults().shoppers().strikes()) {
            world.after(world.faults().shoppers().delayMs(), news);
        }
    }

    private static @Nullable Kind kind(Throwable failure) {
        return failure instanceof ProblemException refusal ? refusal.problem().kind() : null;
    }

    /** Of an answer and the end of the patience, the first counts. */
    private static final class Once {

        private final Consumer<JsonObject> then;
        private final Consumer<@Nullable Kind> otherwise;
        private boolean over;

        Once(Consumer<JsonObject> then, Consumer<@Nullable Kind> otherwise) {
            this.then = then;
            this.otherwise = otherwise;
        }

        void answered(JsonObject answer) {
            if (!over) {
                over = true;
                then.accept(answer);
            }
        }

        void failed(@Nullable Kind kind) {
            if (!over) {
                over = true;
                otherwise.accept(kind);
            }
        }
    }
}
