package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Client;
import com.acmecorp.database.DatabaseConfig;
import com.acmecorp.database.DatabaseOnPool;
import com.acmecorp.delivery.DeliveryConfig;
import com.acmecorp.delivery.DeliveryWithVans;
import com.acmecorp.email.EmailConfig;
import com.acmecorp.email.EmailWithPost;
import com.acmecorp.finance.FinanceConfig;
import com.acmecorp.finance.FinanceVerticle;
import com.acmecorp.order.OrderConfig;
import com.acmecorp.order.OrderWithBanks;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.bus.BusCodecs;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.database.BusDatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.events.BusEventPublisher;
import com.acmecorp.platform.events.BusSubscriber;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.time.SharedClock;
import com.acmecorp.platform.usecase.BusUseCases;
import com.acmecorp.platform.usecase.Request;
import com.acmecorp.stock.StockConfig;
import com.acmecorp.stock.StockVerticle;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A process of the system: the real contexts on the real event bus, in one event loop. Killed, it does nothing more from
 * that instant on; what it had asked of others goes on without it.
 */
final class Node implements Client {

    static final LinkTokens LINKS = new LinkTokens("the secret of the simulation");

    private static final long HANDLER_TIMEOUT_MS = 35_000;
    private static final long REPLY_TIMEOUT_MS = 40_000;
    private static final long DATABASE_TIMEOUT_MS = 10_000;
    private static final long HEALTH_TIMEOUT_MS = 2_000;

    private final World world;
    private final String name;
    private final SimulatedLoop loop;
    private final Vertx vertx;
    private final ContextInternal context;
    private final Platform platform;
    private final List<Runnable> ends = new ArrayList<>();
    private boolean alive = true;

    Node(World world, String name, Wiring wiring) {
        this.world = world;
        this.name = name;
        this.loop = new SimulatedLoop(world.time());
        this.vertx = loop.vertx();
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.platform = platform(wiring);
    }

    private Platform platform(Wiring wiring) {
        BusCodecs.register(vertx);
        MachineClock machine = new MachineClock(world);
        SharedClock.use(vertx, new SharedClock(machine::monotonicNanos, machine));
        Platform reliable = new Platform(
                new BusEventPublisher(vertx, REPLY_TIMEOUT_MS),
                new BusSubscriber(vertx, HANDLER_TIMEOUT_MS),
                new BusDatabaseClient(vertx, DATABASE_TIMEOUT_MS),
                new BusUseCases(vertx, REPLY_TIMEOUT_MS),
                new HealthChecks(vertx, HEALTH_TIMEOUT_MS),
                LINKS,
                world.mistake().ownClocks() ? machine : SharedClock.of(vertx));
        return wiring.platform(this, vertx, reliable);
    }

    /** Starts the contexts one after the other; where one can't start, all die. */
    Future<?> start(Settings settings) {
        world.add(this);
        world.trace().add(name + " starts");
        Promise<Object> up = Promise.promise();
        context.runOnContext(ready -> deploy(contexts(settings), 0)
                .onSuccess(up::complete)
                .onFailure(failure -> tell(this::die)));
        return up.future();
    }

    private List<Deployable> contexts(Settings settings) {
        return List.of(
                new DatabaseOnPool(
                        DatabaseConfig.from(settings),
                        platform,
                        world.server().poolFor(this, world.mistake().statement())),
                new OrderWithBanks(
                        OrderConfig.from(settings),
                        platform,
                        bank -> world.bank().asSeenBy(this, bank)),
                new StockVerticle(StockConfig.from(settings), platform),
                new FinanceVerticle(FinanceConfig.from(settings), platform),
                new EmailWithPost(
                        EmailConfig.from(settings),
                        platform,
                        (id, to) -> world.post().take(this, id, to),
                        world.post()::customersToRemind),
                new DeliveryWithVans(
                        DeliveryConfig.from(settings), platform, world.carrier().asSeenBy(this)));
    }

    private Future<?> deploy(List<Deployable> contexts, int next) {
        if (next == contexts.size()) {
            return Future.succeededFuture();
        }
        try {
            return contexts.get(next).deploy(context).compose(up -> deploy(contexts, next + 1));
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    /** Calls a use case from outside; the answer may never come. */
    Future<JsonObject> call(String useCase, Request request) {
        return ask(() -> platform.useCases().call(useCase, request));
    }

    /** Asks its database from outside; the answer may never come. */
    Future<JsonObject> execute(Operation operation, JsonObject variables) {
        return ask(() -> platform.database().execute(operation, variables));
    }

    private Future<JsonObject> ask(Supplier<Future<JsonObject>> question) {
        Promise<JsonObject> answer = Promise.promise();
        context.runOnContext(asked -> question.get().onComplete(ended -> {
            if (alive) {
                answer.handle(ended);
            }
        }));
        return answer.future();
    }

    /** Does what it can do now. */
    void run() {
        int done = 1;
        while (alive && done > 0) {
            done = loop.runNow();
        }
    }

    long nextTimerNanos() {
        return loop.nextTimerNanos();
    }

    /** Ends it as SIGKILL does. What is closed here is only what would stay in the test's memory. */
    void die() {
        if (alive) {
            world.trace().add(name + " dies");
            alive = false;
            ends.forEach(Runnable::run);
            vertx.close().onFailure(failure -> world.trace().add(name + " leaves something"));
            int done = 1;
            while (done > 0) {
                done = loop.runNow();
            }
        }
    }

    String name() {
        return name;
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public <T> Promise<T> promise() {
        return context.promise();
    }

    @Override
    public void tell(Runnable news) {
        if (alive) {
            context.runOnContext(told -> news.run());
        }
    }

    @Override
    public void onDeath(Runnable end) {
        ends.add(end);
    }
}
