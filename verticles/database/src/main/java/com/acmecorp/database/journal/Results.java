package com.acmecorp.database.journal;

import com.acmecorp.database.deadletter.FinalFailure;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What came of attempts at one target, until it is written. */
final class Results {

    /** An attempt without a subscriber costs nobody anything, and one that comes shall not wait for its events. */
    private static final long LOOK_FOR_SUBSCRIBER_MS = 5_000;

    private final DeliveryRows rows;
    private final Backoff backoff;
    private final Clock clock;
    private final int maxAttempts;
    private final TreeSet<Long> delivered = new TreeSet<>();
    private final List<Tuple> failures = new ArrayList<>();
    private final List<Tuple> unheard = new ArrayList<>();
    private final List<Tuple> finalFailures = new ArrayList<>();

    Results(DeliveryRows rows, Backoff backoff, Clock clock, int maxAttempts) {
        this.rows = rows;
        this.backoff = backoff;
        this.clock = clock;
        this.maxAttempts = maxAttempts;
    }

    void add(Attempt attempt, Outcome outcome) {
        String error = String.valueOf(outcome.error());
        if (outcome.isAcknowledged()) {
            delivered.add(attempt.key().value());
        } else if (outcome.givesUp(attempt.number(), maxAttempts)) {
            giveUp(attempt, error);
        } else if (outcome.lacksSubscriber()) {
            long now = clock.millis();
            long nextAtMs = now + Math.min(pauseMs(attempt, outcome), LOOK_FOR_SUBSCRIBER_MS);
            unheard.add(rows.unheard(attempt, now, nextAtMs, error));
        } else {
            long nextAtMs = clock.millis() + pauseMs(attempt, outcome);
            failures.add(rows.failure(attempt, outcome.reachedItsTarget(), nextAtMs, error));
        }
    }

    void giveUp(Attempt attempt, String error) {
        FinalFailure finalFailure =
                FinalFailure.of(attempt.event(), rows.target(), attempt.number(), error);
        finalFailures.add(rows.finalFailure(attempt, finalFailure, clock.millis()));
    }

    /** Attempts that didn't reach the target aren't counted, so the event's age takes their place. */
    private long pauseMs(Attempt attempt, Outcome outcome) {
        return outcome.reachedItsTarget()
                ? backoff.after(attempt.number())
                : backoff.afterTrying(Duration.between(attempt.event().time(), clock.instant())
                        .toMillis());
    }

    Future<?> write(SqlConnection connection) {
        return Future.all(
                rows.done(connection, delivered),
                rows.retry(connection, failures),
                rows.await(connection, unheard),
                rows.die(connection, finalFailures));
    }
}
