package com.acmecorp.database.journal;

import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.sql.SqlFailure;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Makes the further attempts at one target: of deliveries that failed, that were put off while it was busy, or whose
 * first dispatch nobody settled. The attempt is counted before it is made, so that an event that kills the process is
 * given up in the end too.
 */
final class Redelivery implements Sweep {

    private static final String NO_OUTCOME =
            "no outcome was ever recorded: whoever made the attempts may have died of them";

    private static final int TIMES_TO_WRITE = 4;

    private final DeliveryRows rows;
    private final Pool pool;
    private final Targets targets;
    private final Backoff backoff;
    private final Clock clock;
    private final JournalConfig config;
    private final TreeSet<Long> underWay = new TreeSet<>();

    Redelivery(
            String target,
            Pool pool,
            Targets targets,
            Backoff backoff,
            Clock clock,
            JournalConfig config) {
        this.rows = new DeliveryRows(target);
        this.pool = pool;
        this.targets = targets;
        this.backoff = backoff;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public Future<Integer> sweep() {
        int room = Math.min(targets.room(rows.target()), config.sweepBatch());
        return room <= 0
                ? Future.succeededFuture(0)
                : InTransaction.lease(pool, connection -> take(connection, room))
                        .compose(due -> make(Objects.requireNonNull(due)));
    }

    private Future<List<Attempt>> take(SqlConnection connection, int room) {
        return rows.due(connection, clock.millis(), room).compose(last -> count(connection, last));
    }

    /** Whoever has had all its attempts and is due nevertheless was never heard of. */
    private Future<List<Attempt>> count(SqlConnection connection, List<Attempt> last) {
        Results unheard = results();
        last.stream()
                .filter(attempt -> attempt.number() >= config.maxAttempts())
                .forEach(attempt -> unheard.giveUp(attempt, NO_OUTCOME));
        List<Attempt> next = last.stream()
                .filter(attempt -> attempt.number() < config.maxAttempts())
                .map(Attempt::next)
                .toList();
        long leaseEndsAtMs = clock.millis() + config.leaseMs();
        return Future.all(
                        rows.count(connection, next, leaseEndsAtMs, config.leaseMs()),
                        unheard.write(connection))
                .map(counted -> next);
    }

    private Future<Integer> make(List<Attempt> attempts) {
        if (rows.target().equals(UnreadableEvents.TARGET)) {
            return dispatch(attempts);
        }
        attempts.forEach(attempt -> underWay.add(attempt.key().value()));
        List<Future<Outcome>> outcomes = targets.send(
                rows.target(), attempts.stream().map(Attempt::event).toList());
        return Future.join(outcomes)
                .compose(sent -> record(attempts, outcomes))
                .map(attempts.size());
    }

    private Future<Integer> dispatch(List<Attempt> attempts) {
        List<Long> keys =
                attempts.stream().map(attempt -> attempt.key().value()).toList();
        return InTransaction.run(
                        pool,
                        connection ->
                                UnreadableEvents.dispatch(connection, rows, keys, clock.millis()))
                .map(attempts.size());
    }

    /** Whether an attempt at that target with that event is under way here. */
    boolean makes(String target, long key) {
        return rows.target().equals(target) && underWay.contains(key);
    }

    /** Gives back the attempts that have no outcome yet. */
    Future<?> giveBack() {
        return underWay.isEmpty()
                ? Future.succeededFuture()
                : InTransaction.run(
                        pool, connection -> rows.giveBack(connection, underWay, clock.millis()));
    }

    private Future<?> record(List<Attempt> attempts, List<Future<Outcome>> outcomes) {
        Results results = results();
        for (int i = 0; i < attempts.size(); i++) {
            results.add(attempts.get(i), outcomes.get(i).result());
        }
        return write(results, TIMES_TO_WRITE)
                .onSuccess(written -> attempts.forEach(
                        attempt -> underWay.remove(attempt.key().value())));
    }

    /** An outcome that isn't on record costs an attempt and the time of a lease, so a cut line gets another chance. */
    private Future<?> write(Results results, int times) {
        return InTransaction.run(pool, results::write)
                .recover(failure -> times > 1 && SqlFailure.of(failure) != SqlFailure.BAD_ROW
                        ? write(results, times - 1).mapEmpty()
                        : Future.failedFuture(failure));
    }

    private Results results() {
        return new Results(rows, backoff, clock, config.maxAttempts());
    }
}
