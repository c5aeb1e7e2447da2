package com.acmecorp.aws;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcomes;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;

import java.util.List;

/**
 * Puts events on an EventBridge bus, which keeps them for whoever its rules send them to. A call can succeed and still
 * have lost some of its events: each has its own result, and only those that failed are sent again.
 */
final class EventBridgePublisher implements EventPublisher {

    static final String TARGET = "eventbridge";

    private static final Logger LOG = LoggerFactory.getLogger(EventBridgePublisher.class);

    private final Vertx vertx;
    private final EventBridgeAsyncClient client;
    private final EventBridgeConfig config;

    EventBridgePublisher(Vertx vertx, EventBridgeAsyncClient client, EventBridgeConfig config) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
    }

    /** EventBridge takes events for a bus that isn't there and drops them, so the bus is looked for beforehand. */
    @Override
    public Future<?> open() {
        return SdkCalls.onLoop(
                        vertx, client.describeEventBus(request -> request.name(config.bus())))
                .recover(failure -> Future.failedFuture(
                        Problem.of(Kind.UNAVAILABLE, sentence(failure)).asException()));
    }

    private String sentence(Throwable failure) {
        return failure instanceof ResourceNotFoundException
                ? "there is no event bus %s in this account and region; deploy/aws makes one, eventbridge.bus names it"
                        .formatted(config.bus())
                : "the event bus %s can't be looked up: %s"
                        .formatted(config.bus(), SdkCalls.reason(failure));
    }

    @Override
    public List<String> targets(OrderEvent event) {
        return List.of(TARGET);
    }

    @Override
    public Future<Outcomes> publish(String target, EventBatch batch) {
        List<Sending> sendings = batch.events().stream()
                .map(event -> Sending.of(event, config.bus()))
                .toList();
        List<Sending> sendable = sendings.stream().filter(this::fits).toList();
        return attempt(sendable, 1)
                .onSuccess(done -> tell(sendings))
                .map(done ->
                        new Outcomes(sendings.stream().map(Sending::outcome).toList()));
    }

    private boolean fits(Sending sending) {
        if (sending.bytes() <= config.maxCallBytes()) {
            return true;
        }
        String error = "it has %d bytes, and a call takes %d (eventbridge.maxCallBytes)"
                .formatted(sending.bytes(), config.maxCallBytes());
        sending.end(Outcome.failed(error, false));
        return false;
    }

    private Future<?> attempt(List<Sending> sendings, int attempt) {
        return Future.join(Calls.of(sendings, config.maxCallBytes()).stream()
                        .map(this::call)
                        .toList())
                .compose(called -> repeat(sendings, attempt));
    }

    /** Ends in success always: a failed call is the outcome of each of its events. */
    private Future<?> call(List<Sending> sendings) {
        List<PutEventsRequestEntry> entries =
                sendings.stream().map(Sending::entry).toList();
        return SdkCalls.onLoop(vertx, client.putEvents(request -> request.entries(entries)))
                .onSuccess(response -> note(sendings, response))
                .otherwise(failure -> failed(sendings, failure));
    }

    private static void note(List<Sending> sendings, PutEventsResponse response) {
        for (int i = 0; i < sendings.size(); i++) {
            sendings.get(i).end(response.entries().get(i));
        }
    }

    private static PutEventsResponse failed(List<Sending> sendings, Throwable failure) {
        Outcome outcome = Outcome.unreachable("EventBridge: " + SdkCalls.reason(failure));
        sendings.forEach(sending -> sending.end(outcome));
        return PutEventsResponse.builder().build();
    }

    private Future<?> repeat(List<Sending> sendings, int attempt) {
        List<Sending> open = sendings.stream()
                .filter(sending -> sending.outcome().worthRetrying())
                .toList();
        return open.isEmpty() || attempt >= config.attempts()
                ? Future.succeededFuture()
                : vertx.timer(pauseMs(attempt)).compose(passed -> attempt(open, attempt + 1));
    }

    private long pauseMs(int attempt) {
        return 1 + new Backoff(config.retryBaseMs(), config.callTimeoutMs()).after(attempt);
    }

    private static void tell(List<Sending> sendings) {
        List<Outcome> failures = sendings.stream()
                .map(Sending::outcome)
                .filter(outcome -> !outcome.isAcknowledged())
                .toList();
        if (!failures.isEmpty()) {
            LOG.warn(
                    "{} of {} events weren't taken, the journal tries again: {}",
                    failures.size(),
                    sendings.size(),
                    failures.getFirst().error());
        }
    }
}
