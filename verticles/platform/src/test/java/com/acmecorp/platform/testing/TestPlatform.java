package com.acmecorp.platform.testing;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcomes;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.links.LinkTokens;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.List;

/** A platform made of fakes, each of which the test can reach. */
public record TestPlatform(
        FakeSubscriber subscriber,
        FakeDatabase database,
        FakeUseCases useCases,
        HealthChecks health,
        LinkTokens links,
        TestClock clock) {

    private static final long HEALTH_TIMEOUT_MS = 5_000;

    public static TestPlatform on(Vertx vertx) {
        return new TestPlatform(
                new FakeSubscriber(),
                new FakeDatabase(),
                new FakeUseCases(),
                new HealthChecks(vertx, HEALTH_TIMEOUT_MS),
                new LinkTokens("a secret of the tests"),
                new TestClock());
    }

    /** What the context under test is given. */
    public Platform platform() {
        return new Platform(
                new NoPublisher(), subscriber, database, useCases, health, links, clock);
    }

    /** Starts a context and waits until it has started. */
    public void deploy(Vertx vertx, Deployable verticle) {
        Await.result(vertx.deployVerticle(verticle));
    }

    /** Contexts emit events by what they write, never themselves. */
    private static final class NoPublisher implements EventPublisher {

        @Override
        public List<String> targets(OrderEvent event) {
            return List.of();
        }

        @Override
        public Future<Outcomes> publish(String target, EventBatch batch) {
            return Future.succeededFuture(Outcomes.all(
                    batch.events().size(), Outcome.failed("a context doesn't publish", false)));
        }
    }
}
