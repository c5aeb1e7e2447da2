package com.acmecorp.database.read;

import com.acmecorp.database.journal.DeliveryTargets;
import com.acmecorp.database.read.Backlog.MissingSubscriber;
import com.acmecorp.database.sql.Rows;
import com.acmecorp.database.sql.SharedLook;
import com.acmecorp.database.sql.SqlFailure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads how much the journal still has to deliver. Each figure is counted in an index and up to a limit, so that a look
 * costs the same whether ten thousand events wait or ten million.
 */
public final class BacklogReads {

    /** More than any limit that is watched, and counted in a few milliseconds. */
    private static final long COUNTED_UP_TO = 10_000;

    private static final String UNDISPATCHED = """
            SELECT COUNT(*) FROM (SELECT event_key FROM events FORCE INDEX (events_by_dispatch)
              WHERE dispatch_at_ms >= 0 LIMIT ?) counted""";
    private static final String OLDEST = """
            SELECT dispatch_at_ms FROM events FORCE INDEX (events_by_dispatch)
            WHERE dispatch_at_ms >= 0 ORDER BY dispatch_at_ms LIMIT 1""";
    private static final String RETRYING = """
            SELECT COUNT(*) FROM (SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_target)
              WHERE target = ? AND next_attempt_at_ms >= 0 LIMIT ?) counted""";
    private static final String DEAD = """
            SELECT COUNT(*) FROM (SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_target)
              WHERE target = ? AND next_attempt_at_ms IS NULL LIMIT ?) counted""";
    private static final String WITHOUT_SUBSCRIBER = """
            SELECT COUNT(*), MIN(no_subscriber_since_ms)
            FROM (SELECT no_subscriber_since_ms FROM deliveries FORCE INDEX (deliveries_without_subscriber)
              WHERE target = ? AND no_subscriber_since_ms >= 0 ORDER BY no_subscriber_since_ms LIMIT ?) counted""";

    private final Rows rows;
    private final Clock clock;
    private final DeliveryTargets targets;
    private final SharedLook<Backlog> looks;

    public BacklogReads(Vertx vertx, Pool pool, Clock clock) {
        this.rows = new Rows(pool);
        this.clock = clock;
        this.targets = new DeliveryTargets(pool);
        this.looks = new SharedLook<>(vertx, clock, this::read);
    }

    /** How it is now. */
    public Future<Backlog> look() {
        return looks.take();
    }

    private Future<Backlog> read() {
        Figures figures = new Figures();
        Future<Long> undispatched = count(UNDISPATCHED, Tuple.of(COUNTED_UP_TO));
        Future<List<Long>> oldest = rows.select(OLDEST, Tuple.tuple(), row -> row.getLong(0));
        return Future.all(undispatched, oldest)
                .compose(read -> targets.all())
                .recover(SqlFailure::explained)
                .compose(names -> addEach(names, figures))
                .map(added -> backlog(undispatched.result(), oldest.result(), figures));
    }

    private Future<Figures> addEach(List<String> names, Figures figures) {
        Future<Figures> added = Future.succeededFuture(figures);
        for (String target : names) {
            added = added.compose(before -> add(target, before));
        }
        return added;
    }

    /** What one target has counts for all: together they aren't counted further either. */
    private Future<Figures> add(String target, Figures figures) {
        Future<Long> retrying = count(RETRYING, Tuple.of(target, COUNTED_UP_TO - figures.retrying));
        Future<Long> dead = count(DEAD, Tuple.of(target, COUNTED_UP_TO - figures.dead));
        Future<Row> unheard = rows.selectOne(
                WITHOUT_SUBSCRIBER,
                Tuple.of(target, Math.max(1, COUNTED_UP_TO - figures.unheard)),
                row -> row);
        return Future.all(retrying, dead, unheard).map(counted -> {
            figures.retrying += retrying.result();
            figures.dead += dead.result();
            figures.add(target, unheard.result(), clock.millis());
            return figures;
        });
    }

    private Future<Long> count(String sql, Tuple values) {
        return rows.selectOne(sql, values, row -> row.getLong(0));
    }

    private Backlog backlog(long undispatched, List<Long> oldest, Figures figures) {
        long now = clock.millis();
        return new Backlog(
                undispatched,
                oldest.isEmpty() ? 0 : Math.max(0, now - oldest.getFirst()),
                figures.retrying,
                figures.dead,
                Math.min(figures.unheard, COUNTED_UP_TO),
                figures.missing,
                COUNTED_UP_TO);
    }

    /** What the targets have together. */
    private static final class Figures {

        private long retrying;
        private long dead;
        private long unheard;
        private final List<MissingSubscriber> missing = new ArrayList<>();

        private void add(String target, Row counted, long nowMs) {
            Long since = counted.getLong(1);
            if (since != null) {
                unheard += counted.getLong(0);
                missing.add(new MissingSubscriber(
                        target, counted.getLong(0), Math.max(0, nowMs - since)));
            }
        }
    }
}
