package com.acmecorp.platform.health;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

/** How contexts tell whether they can work, and how operations asks them, on whichever node they run. */
public final class HealthChecks {

    private final Vertx vertx;
    private final DeliveryOptions options;
    private final Set<String> here = new CopyOnWriteArraySet<>();

    /**
     * Health checks on that bus.
     *
     * @param timeoutMs after which a context that hasn't answered is not well
     */
    public HealthChecks(Vertx vertx, long timeoutMs) {
        this.vertx = vertx;
        this.options = new DeliveryOptions().setSendTimeout(timeoutMs);
    }

    /**
     * Answers for a part of the system, such as {@code database}.
     *
     * @param probe ends in success with facts worth showing, or fails with why the part can't work
     * @return ends when it can be asked
     */
    public Future<Void> offer(String part, Supplier<Future<JsonObject>> probe) {
        here.add(part);
        return vertx.eventBus()
                .<JsonObject>consumer(
                        address(part),
                        question -> Future.succeededFuture()
                                .compose(asked -> probe.get())
                                .onSuccess(question::reply)
                                .onFailure(failure -> question.fail(503, failure.getMessage())))
                .completion();
    }

    /** The parts that were offered in this process so far, in that order. */
    public List<String> here() {
        return List.copyOf(here);
    }

    /** Asks a part; fails when it is not well or can't be reached. */
    public Future<JsonObject> ask(String part) {
        return vertx.eventBus()
                .<JsonObject>request(address(part), new JsonObject(), options)
                .map(Message::body);
    }

    private static String address(String part) {
        return "health." + part;
    }
}
