package com.acmecorp.database;

import com.acmecorp.database.embedded.EmbeddedMariaDb;
import com.acmecorp.database.graphql.GraphQlEngine;
import com.acmecorp.database.graphql.UntrustedRequests;
import com.acmecorp.database.journal.Journal;
import com.acmecorp.database.read.BacklogReads;
import com.acmecorp.database.write.DuePayments;
import com.acmecorp.database.write.MailClaims;
import com.acmecorp.database.write.OldKeys;
import com.acmecorp.database.write.Transactions;
import com.acmecorp.database.write.WriteQueue;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.admission.Pressure;
import com.acmecorp.platform.database.BusDatabaseClient;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.problem.Problems;
import com.acmecorp.platform.time.TimeSync;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Pool;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Objects;
import java.util.function.Function;

/**
 * The database context.
 *
 * <p>Offers the GraphQL API of {@code acme.graphqls} on the event bus. Publishes the events that its commits bring into
 * the world. It owns the schema, the journal and, where no server is configured, an embedded MariaDB.
 */
public final class DatabaseVerticle extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseVerticle.class);
    private static final long FORGET_KEYS_MS = 60_000;

    private final DatabaseConfig config;
    private final Platform platform;
    private @Nullable EmbeddedMariaDb embedded;
    private @Nullable Running running;
    private @Nullable UntrustedRequests requestsOfClients;

    /** What runs once the server is there. */
    private record Running(
            Pools pools,
            WriteQueue writes,
            Journal journal,
            CrashedProcess former,
            JournalHealth health) {}

    public DatabaseVerticle(DatabaseConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        return platform.publisher()
                .open()
                .compose(ready -> vertx.executeBlocking(this::prepareServer))
                .compose(server -> run(
                        Pools.open(vertx, Objects.requireNonNull(server), config.connections())))
                .compose(running -> watchTheJournal());
    }

    /** Blocks: starts the embedded server where none is configured, and migrates the schema. */
    private Server prepareServer() {
        Server server = config.isEmbedded()
                ? startEmbedded()
                : Server.of(config.url(), config.user(), config.password(), config.tls());
        try {
            Migrations.migrate(server);
        } catch (RuntimeException e) {
            stopEmbedded();
            throw e;
        }
        return server;
    }

    private Server startEmbedded() {
        EmbeddedMariaDb started = EmbeddedMariaDb.start(
                config.directory(), config.embeddedPort(), LOG::info, this::serverIsBack);
        embedded = started;
        return new Server(
                "127.0.0.1",
                started.port(),
                started.databaseName(),
                started.user(),
                started.password(),
                Tls.OFF);
    }

    /** The answers to some commits were lost with the server, and so nobody has published their events. */
    private void serverIsBack() {
        context.runOnContext(now -> {
            if (running != null) {
                running.former().endLeasesOfEvents();
            }
        });
    }

    /** Begins to work on a migrated schema: once the server's time is known, for all that follows goes by it. */
    Future<?> run(Pools pools) {
        ServerTime server = new ServerTime(vertx, pools.watch(), !config.isEmbedded());
        TimeSync time = new TimeSync(vertx, server);
        return time.start()
                .compose(known -> time.offerHealth(platform.health()))
                .compose(offered -> platform.health().offer("database-clock", server::health))
                .compose(offered -> work(pools));
    }

    private Future<?> work(Pools pools) {
        Pool pool = pools.orders();
        Transactions transactions = new Transactions(
                vertx, pool, platform.clock(), config.journal().leaseMs(), config.patienceMs());
        WriteQueue writes = new WriteQueue(
                context,
                platform.clock(),
                transactions,
                config.queueCapacity(),
                config.largestBatch(),
                config.lanes());
        Journal journal = new Journal(
                vertx,
                pool,
                platform.publisher(),
                platform.clock(),
                config.journal(),
                writes::submit,
                writes::ordersCome);
        transactions.onCommit(journal::publish);
        Pressure.of(vertx).writesWait(writes::oldestMs);
        BacklogReads backlog = new BacklogReads(vertx, pools.watch(), platform.clock());
        DuePayments payments = new DuePayments(pool, platform.clock());
        CrashedProcess former = new CrashedProcess(vertx, journal, payments, new MailClaims(pool));
        running = new Running(
                pools,
                writes,
                journal,
                former,
                new JournalHealth(vertx, platform.clock(), backlog::look, journal::tookOverAtMs));
        if (config.isEmbedded()) {
            former.endLeases();
        }
        return offer(pools, transactions, writes, payments, backlog).onSuccess(offered -> {
            journal.start();
            vertx.setPeriodic(FORGET_KEYS_MS, time -> forgetOldKeys(pool));
        });
    }

    private void forgetOldKeys(Pool pool) {
        new OldKeys(pool, platform.clock(), config.idempotencyKeyHours())
                .forget()
                .onFailure(failure ->
                        LOG.warn("old idempotency keys are kept: {}", failure.toString()));
    }

    private Future<?> offer(
            Pools pools,
            Transactions transactions,
            WriteQueue writes,
            DuePayments payments,
            BacklogReads backlog) {
        GraphQlEngine engine = new Api(vertx, platform.clock(), pools, writes)
                .engine(payments, backlog, config.handlingMs());
        UntrustedRequests clients = new UntrustedRequests(engine, config.graphQl(), context);
        requestsOfClients = clients;
        return Future.all(
                answer(BusDatabaseClient.ADDRESS, engine::execute),
                answer(BusDatabaseClient.UNTRUSTED_ADDRESS, clients::execute),
                platform.health()
                        .offer(
                                "database",
                                new DatabaseHealth(
                                        vertx,
                                        DatabaseHealth.probe(
                                                vertx, platform.clock(), pools.orders()),
                                        transactions,
                                        embedded)::ask),
                platform.health()
                        .offer("journal", Objects.requireNonNull(running).health()::ask));
    }

    private Future<?> watchTheJournal() {
        return Objects.requireNonNull(running).health().start();
    }

    private Future<Void> answer(
            String address, Function<GraphQlRequest, Future<GraphQlAnswer>> engine) {
        return vertx.eventBus()
                .<GraphQlRequest>consumer(
                        address,
                        request -> engine.apply(request.body())
                                .onSuccess(request::reply)
                                .onFailure(bug -> Problems.reply(request, bug)))
                .completion();
    }

    /** What is queued is written, what is written is committed; only then the server stops. */
    @Override
    public Future<?> stop() {
        if (requestsOfClients != null) {
            requestsOfClients.close();
        }
        Running ran = running;
        if (ran != null) {
            ran.health().stop();
        }
        Future<?> stopped = ran == null
                ? Future.succeededFuture()
                : ran.journal()
                        .stop()
                        .compose(quiet -> ran.writes().drain())
                        .compose(written -> ran.journal().giveBack())
                        .onFailure(failure ->
                                LOG.warn("leases run out by themselves: {}", failure.toString()))
                        .eventually(() -> ran.pools().close());
        return stopped.eventually(() -> vertx.executeBlocking(this::stopEmbedded));
    }

    private @Nullable Void stopEmbedded() {
        if (embedded != null) {
            embedded.stop();
        }
        return null;
    }
}
