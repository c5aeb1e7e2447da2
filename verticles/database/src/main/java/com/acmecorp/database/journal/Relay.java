package com.acmecorp.database.journal;

import com.acmecorp.database.deadletter.FinalFailure;
import com.acmecorp.database.sql.InTransaction;
import com.acmecorp.database.write.OpenDelivery;
import com.acmecorp.database.write.SettleEvent;
import com.acmecorp.database.write.Write;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Publishes events right after their commit, from memory: the happy path never polls. When each target has an event, or
 * its failure is on record in {@code deliveries}, the event is settled. What is lost on the way, the {@link Sweeper}
 * finds when the lease has passed.
 */
public final class Relay {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    /** Each time as long as a write is patient; a lease takes longer still. */
    private static final int TIMES_TO_SETTLE = 3;

    private final EventPublisher publisher;
    private final Targets targets;
    private final Backoff backoff;
    private final Clock clock;
    private final int maxAttempts;
    private final Function<Write<Boolean>, Future<Boolean>> writes;
    private final Set<EventKey> unsettled = new HashSet<>();

    Relay(
            EventPublisher publisher,
            Targets targets,
            Backoff backoff,
            Clock clock,
            int maxAttempts,
            Function<Write<Boolean>, Future<Boolean>> writes) {
        this.publisher = publisher;
        this.targets = targets;
        this.backoff = backoff;
        this.clock = clock;
        this.maxAttempts = maxAttempts;
        this.writes = writes;
    }

    /** Publishes the events that a commit brought into the world. */
    public void publish(Map<EventKey, EventEnvelope> events) {
        Map<String, List<Dispatch>> byTarget = new HashMap<>();
        events.forEach((key, envelope) -> {
            List<String> names = publisher.targets(envelope.detail());
            Dispatch dispatch = new Dispatch(key, envelope, names.size());
            unsettled.add(key);
            names.forEach(name ->
                    byTarget.computeIfAbsent(name, none -> new ArrayList<>()).add(dispatch));
            if (names.isEmpty()) {
                settle(dispatch);
            }
        });
        byTarget.forEach(this::publish);
    }

    /** Ends the leases of events that are still under way, so that another process needn't wait for them. */
    Future<?> giveBack(Pool pool) {
        TreeSet<Long> keys = new TreeSet<>();
        unsettled.forEach(key -> keys.add(key.value()));
        return keys.isEmpty()
                ? Future.succeededFuture()
                : InTransaction.run(
                        pool,
                        connection -> JournalRows.endLeases(connection, keys, clock.millis()));
    }

    private void publish(String target, List<Dispatch> dispatches) {
        int now = Math.clamp(targets.room(target), 0, dispatches.size());
        List<Dispatch> sent = dispatches.subList(0, now);
        List<Future<Outcome>> outcomes =
                targets.send(target, sent.stream().map(Dispatch::envelope).toList());
        for (int i = 0; i < now; i++) {
            Dispatch dispatch = sent.get(i);
            outcomes.get(i).onComplete(sending -> report(dispatch, target, sending.result()));
        }
        dispatches.subList(now, dispatches.size()).forEach(dispatch -> putOff(dispatch, target));
    }

    private void report(Dispatch dispatch, String target, Outcome outcome) {
        if (!outcome.isAcknowledged()) {
            dispatch.open.add(afterFailure(dispatch, target, outcome));
        }
        countDown(dispatch);
    }

    /** The target's window is full: the delivery waits in the table instead of in memory. */
    private void putOff(Dispatch dispatch, String target) {
        dispatch.open.add(
                OpenDelivery.waiting(target, 0, clock.millis(), "put off: the target is busy"));
        countDown(dispatch);
    }

    private OpenDelivery afterFailure(Dispatch dispatch, String target, Outcome outcome) {
        String error = String.valueOf(outcome.error());
        if (outcome.givesUp(1, maxAttempts)) {
            return OpenDelivery.dead(
                    target, 1, FinalFailure.of(dispatch.envelope, target, 1, error));
        }
        long now = clock.millis();
        long nextAtMs = now + backoff.after(1);
        return outcome.lacksSubscriber()
                ? OpenDelivery.withoutSubscriber(target, now, nextAtMs, error)
                : OpenDelivery.waiting(target, outcome.reachedItsTarget() ? 1 : 0, nextAtMs, error);
    }

    private void countDown(Dispatch dispatch) {
        if (--dispatch.missing == 0) {
            settle(dispatch);
        }
    }

    /** Not settled, the event is attempted again when its lease has passed: a repetition, never a loss. */
    private void settle(Dispatch dispatch) {
        settle(dispatch, TIMES_TO_SETTLE)
                .onComplete(settled -> unsettled.remove(dispatch.key))
                .onFailure(failure ->
                        LOG.warn("an event will be attempted again: {}", failure.getMessage()));
    }

    private Future<Boolean> settle(Dispatch dispatch, int times) {
        return writes.apply(new SettleEvent(dispatch.key, dispatch.open))
                .recover(failure ->
                        times > 1 ? settle(dispatch, times - 1) : Future.failedFuture(failure));
    }

    /** One event under way to its targets. */
    private static final class Dispatch {

        private final EventKey key;
        private final EventEnvelope envelope;
        private final List<OpenDelivery> open = new ArrayList<>(0);
        private int missing;

        Dispatch(EventKey key, EventEnvelope envelope, int targets) {
            this.key = key;
            this.envelope = envelope;
            this.missing = targets;
        }

        EventEnvelope envelope() {
            return envelope;
        }
    }
}
