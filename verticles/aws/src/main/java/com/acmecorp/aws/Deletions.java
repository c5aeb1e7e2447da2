package com.acmecorp.aws;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.Message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Deletes what is done: what becomes so while a call is under way goes with the next one. A message that can't be
 * deleted comes again, and handling it again changes nothing. Belongs to one event loop.
 */
final class Deletions {

    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

    private record Done(Message message, Promise<Void> deleted) {}

    private final Queue queue;
    private final Deque<Done> waiting = new ArrayDeque<>();
    private boolean underWay;

    Deletions(Queue queue) {
        this.queue = queue;
    }

    /** Ends, in success always, when the message was deleted or will come again. */
    Future<Void> delete(Message message) {
        Promise<Void> deleted = Promise.promise();
        waiting.add(new Done(message, deleted));
        if (!underWay) {
            deleteSome();
        }
        return deleted.future();
    }

    private void deleteSome() {
        underWay = true;
        List<Done> some = new ArrayList<>(Queue.MOST_IN_A_CALL);
        while (!waiting.isEmpty() && some.size() < Queue.MOST_IN_A_CALL) {
            some.add(waiting.remove());
        }
        queue.delete(some.stream().map(Done::message).toList())
                .onSuccess(Deletions::tell)
                .onFailure(failure -> LOG.warn(
                        "{} messages will come again: {}", some.size(), failure.getMessage()))
                .onComplete(called -> next(some));
    }

    private void next(List<Done> ended) {
        underWay = false;
        if (!waiting.isEmpty()) {
            deleteSome();
        }
        ended.forEach(done -> done.deleted().complete());
    }

    private static void tell(List<BatchResultErrorEntry> errors) {
        errors.forEach(error ->
                LOG.warn("a message will come again: {} {}", error.code(), error.message()));
    }
}
