package com.acmecorp.app;

import com.acmecorp.platform.Platform;
import com.acmecorp.platform.bus.BusCodecs;
import com.acmecorp.platform.events.Transport;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.time.SharedClock;
import com.acmecorp.platform.usecase.BusUseCases;
import com.acmecorp.web.WebPorts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The system in this process: its contexts on one Vert.x, started one after the other and stopped in reverse. Starting
 * and stopping block their caller, which is the main thread or the JVM's shutdown.
 */
final class Acme {

    private static final Logger LOG = LoggerFactory.getLogger(Acme.class);

    private record Running(String name, String deploymentId) {}

    private final Vertx vertx;
    private final Transport transport;
    private final DatabaseAccess database;
    private final Platform platform;
    private final Trust trust;
    private final Duration stopTimeout;
    private final Deque<Running> running = new ArrayDeque<>();
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile boolean stopping;
    private boolean stopped;

    Acme(AppConfig config, String linkSecret) {
        PlatformConfig limits = config.platform();
        this.vertx = Vertx.vertx(options(limits));
        this.transport = config.events().transport(vertx, limits);
        this.database = config.database();
        this.trust = config.trust();
        this.platform = platform(limits, linkSecret);
        this.stopTimeout = Duration.ofMillis(limits.stopTimeoutMs());
    }

    private static VertxOptions options(PlatformConfig config) {
        VertxOptions options = new VertxOptions();
        return config.eventLoops() == 0
                ? options
                : options.setEventLoopPoolSize(config.eventLoops());
    }

    private Platform platform(PlatformConfig limits, String linkSecret) {
        BusCodecs.register(vertx);
        return new Platform(
                transport.publisher(),
                transport.subscriber(),
                database.client(vertx, limits),
                new BusUseCases(vertx, limits.useCaseTimeoutMs()),
                new HealthChecks(vertx, limits.healthTimeoutMs()),
                new LinkTokens(linkSecret),
                SharedClock.of(vertx));
    }

    /**
     * Starts the contexts in that order. When one can't start, those that are up are stopped again.
     *
     * @throws StartFailure when one can't start for a reason that was foreseen
     */
    void start(List<Context.Configured> contexts) {
        oneAtATime.lock();
        try {
            database.join(vertx, platform).await();
            offerTrust().await();
            contexts.forEach(this::start);
        } catch (RuntimeException e) {
            stop();
            throw e;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Shows on /health and in the metrics what is played here; that is no failure. */
    private Future<Void> offerTrust() {
        JsonObject facts = JsonObject.of(
                "sandboxes", new JsonArray(trust.sandboxes()), "testOrders", trust.testOrders());
        return platform.health().offer("parties", () -> Future.succeededFuture(facts));
    }

    private void start(Context.Configured context) {
        if (stopping) {
            throw new StartFailure("Stopped while it was starting.");
        }
        long begin = System.nanoTime();
        String id = vertx.deployVerticle(context.verticle().apply(platform))
                .recover(failure -> Future.failedFuture(explained(context, failure)))
                .await();
        running.push(new Running(context.name(), id));
        LOG.info("{} is up ({} ms)", context.name(), millisSince(begin));
    }

    private static RuntimeException explained(Context.Configured context, Throwable failure) {
        StartFailure foreseen = StartFailure.explaining(context.name(), failure);
        return foreseen == null
                ? new IllegalStateException(context.name() + " can't start", failure)
                : foreseen;
    }

    /** Where the web context listens, when it runs here. */
    Optional<WebPorts> ports() {
        return WebPorts.of(vertx);
    }

    /** Stops gracefully, within the time that the settings allow. Stopping again does nothing. */
    void stop() {
        stopping = true;
        long deadline = System.nanoTime() + stopTimeout.toNanos();
        try {
            if (oneAtATime.tryLock(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    stopAll(deadline);
                } finally {
                    oneAtATime.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One that doesn't come to its end uses up half of the time that is left, so that the database has some, too. */
    private void stopAll(long deadline) {
        if (stopped) {
            return;
        }
        stopped = true;
        long begin = System.nanoTime();
        LOG.info("stopping: what is in flight is finished first");
        while (!running.isEmpty()) {
            Running context = running.pop();
            long left = deadline - System.nanoTime();
            await(
                    context.name(),
                    vertx.undeploy(context.deploymentId()),
                    running.isEmpty() ? left : left / 2);
        }
        await("the transport", transport.close(), deadline - System.nanoTime());
        await("Vert.x", vertx.close(), deadline - System.nanoTime());
        LOG.info("stopped ({} ms)", millisSince(begin));
    }

    private static void await(String what, Future<?> stopped, long limitNanos) {
        long begin = System.nanoTime();
        try {
            stopped.await(Math.max(1, limitNanos), TimeUnit.NANOSECONDS);
            LOG.debug("{} is down ({} ms)", what, millisSince(begin));
        } catch (TimeoutException e) {
            LOG.warn("{} didn't stop in time; the next start takes up what was under way", what);
        } catch (Exception e) {
            LOG.warn("{} didn't stop cleanly", what, e);
        }
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
