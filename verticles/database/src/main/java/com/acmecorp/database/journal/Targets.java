package com.acmecorp.database.journal;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcomes;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands events to targets, each within a bounded window of events in flight, so that one that can't keep up costs the
 * others neither memory nor time. Belongs to one event loop.
 */
final class Targets {

    private final EventPublisher publisher;
    private final int window;
    private final int batchSize;
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final Set<Future<Outcomes>> underWay = new HashSet<>();

    Targets(EventPublisher publisher, int window, int batchSize) {
        this.publisher = publisher;
        this.window = window;
        this.batchSize = batchSize;
    }

    /** How many further events the target may be sent now. */
    int room(String target) {
        return window - inFlight.getOrDefault(target, 0);
    }

    /** Ends when all that is under way has its outcomes. */
    Future<?> answered() {
        return Future.join(List.copyOf(underWay));
    }

    /** Sends events, which must be no more than there is room for; each has its own outcome. */
    List<Future<Outcome>> send(String target, List<EventEnvelope> events) {
        List<Future<Outcome>> outcomes = new ArrayList<>(events.size());
        for (int from = 0; from < events.size(); from += batchSize) {
            outcomes.addAll(sendBatch(
                    target, events.subList(from, Math.min(from + batchSize, events.size()))));
        }
        return outcomes;
    }

    private List<Future<Outcome>> sendBatch(String target, List<EventEnvelope> events) {
        inFlight.merge(target, events.size(), Integer::sum);
        List<Promise<Outcome>> promises =
                events.stream().map(event -> Promise.<Outcome>promise()).toList();
        Future<Outcomes> publishing = publisher.publish(target, new EventBatch(events));
        underWay.add(publishing);
        publishing.onComplete(done -> {
            underWay.remove(publishing);
            inFlight.merge(target, -events.size(), Integer::sum);
            Outcomes outcomes = done.succeeded()
                    ? done.result()
                    : Outcomes.all(
                            events.size(), Outcome.failed(String.valueOf(done.cause()), true));
            for (int i = 0; i < promises.size(); i++) {
                promises.get(i).complete(outcomes.each().get(i));
            }
        });
        return promises.stream().map(Promise::future).toList();
    }
}
