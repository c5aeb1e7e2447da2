package com.acmecorp.app.simulation;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcomes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.List;

/** A transport that delays events, and so reorders them, and now and then delivers them never, twice, or unheard of. */
final class UnreliablePublisher implements EventPublisher {

    private final EventPublisher publisher;
    private final Vertx vertx;
    private final Trouble trouble;

    UnreliablePublisher(EventPublisher publisher, Vertx vertx, Trouble trouble) {
        this.publisher = publisher;
        this.vertx = vertx;
        this.trouble = trouble;
    }

    @Override
    public List<String> targets(OrderEvent event) {
        return publisher.targets(event);
    }

    @Override
    public Future<Outcomes> publish(String target, EventBatch batch) {
        if (trouble.strikes()) {
            return answer(Outcomes.all(batch.events().size(), Outcome.unreachable("lost")));
        }
        Future<Outcomes> outcomes =
                trouble.strikes() ? deliverTwice(target, batch) : deliver(target, batch);
        return trouble.strikes()
                ? outcomes.map(lost ->
                        Outcomes.all(batch.events().size(), Outcome.failed("no answer", true)))
                : outcomes;
    }

    /** Which of the two arrives first is chance. */
    private Future<Outcomes> deliverTwice(String target, EventBatch batch) {
        Future<Outcomes> once = deliver(target, batch);
        return Future.join(once, deliver(target, batch)).map(both -> once.result());
    }

    private Future<Outcomes> deliver(String target, EventBatch batch) {
        return vertx.timer(trouble.delayMs())
                .compose(arrived -> publisher.publish(target, batch))
                .compose(this::answer);
    }

    private Future<Outcomes> answer(Outcomes outcomes) {
        return vertx.timer(trouble.delayMs()).map(outcomes);
    }
}
