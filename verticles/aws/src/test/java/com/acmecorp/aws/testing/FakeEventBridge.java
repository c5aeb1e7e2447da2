package com.acmecorp.aws.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * EventBridge as far as we use it, over HTTP: its limits, and its ways to fail. Rules match by AWS's own matcher. As in
 * AWS, events for a bus that isn't there are accepted and go nowhere.
 */
final class FakeEventBridge {

    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 1_048_576;
    private static final String PREFIX = "AWSEvents.";
    private static final long START_TIMEOUT_S = 10;

    private final Vertx vertx;
    private final Deliveries deliveries;
    private final Map<String, Bus> buses = new ConcurrentHashMap<>();
    private final AtomicInteger callsToThrottle = new AtomicInteger();
    private volatile Function<JsonObject, Optional<String>> entryFault = entry -> Optional.empty();
    private volatile HttpServer server;
    private final int port;

    FakeEventBridge(Vertx vertx, Deliveries deliveries) {
        this.vertx = vertx;
        this.deliveries = deliveries;
        this.server = await(listenSomewhere());
        this.port = server.actualPort();
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** The next calls of PutEvents are throttled. */
    void throttle(int calls) {
        callsToThrottle.set(calls);
    }

    /** Says for each entry whether it fails, and with which code. */
    void failEntries(Function<JsonObject, Optional<String>> fault) {
        entryFault = fault;
    }

    /** Nobody listens any more. */
    void goDown() {
        await(server.close());
    }

    void comeBack() {
        server = await(listen(port));
    }

    /** On a port below those of outgoing connections, one of which could take it during an outage. */
    private Future<HttpServer> listenSomewhere() {
        return listen(ThreadLocalRandom.current().nextInt(20_000, 30_000))
                .recover(taken -> listenSomewhere());
    }

    private Future<HttpServer> listen(int at) {
        return vertx.createHttpServer().requestHandler(this::receive).listen(at, "127.0.0.1");
    }

    private void receive(HttpServerRequest request) {
        String action =
                String.valueOf(request.getHeader("X-Amz-Target")).substring(PREFIX.length());
        request.body()
                .map(Buffer::toJsonObject)
                .map(body -> carryOut(action, body))
                .otherwise(FakeEventBridge::refusal)
                .compose(answer -> request.response()
                        .setStatusCode(answer.containsKey("__type") ? 400 : 200)
                        .putHeader("Content-Type", "application/x-amz-json-1.1")
                        .end(answer.toBuffer()))
                .onFailure(gone -> request.connection().close());
    }

    private JsonObject carryOut(String action, JsonObject body) {
        return switch (action) {
            case "CreateEventBus" -> {
                buses.put(body.getString("Name"), new Bus());
                yield new JsonObject();
            }
            case "DescribeEventBus" -> {
                bus(body.getString("Name"));
                yield JsonObject.of("Name", body.getString("Name"));
            }
            case "PutRule" -> {
                bus(body.getString("EventBusName"))
                        .rule(body.getString("Name"), body.getString("EventPattern"));
                yield new JsonObject();
            }
            case "PutTargets" -> {
                bus(body.getString("EventBusName"))
                        .targets(body.getString("Rule"), body.getJsonArray("Targets"));
                yield JsonObject.of("FailedEntryCount", 0, "FailedEntries", new JsonArray());
            }
            case "PutEvents" -> putEvents(body.getJsonArray("Entries"));
            default -> throw new Refusal("UnknownOperationException", action);
        };
    }

    private Bus bus(String name) {
        Bus bus = buses.get(name);
        if (bus == null) {
            throw new Refusal(
                    "ResourceNotFoundException", "Event bus " + name + " does not exist.");
        }
        return bus;
    }

    private JsonObject putEvents(JsonArray entries) {
        if (callsToThrottle.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new Refusal("ThrottlingException", "Rate exceeded");
        }
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new Refusal("ValidationException", "1 to 10 entries, not " + entries.size());
        }
        JsonArray results = new JsonArray(
                entries.stream().map(JsonObject.class::cast).map(this::putEvent).toList());
        long failed = results.stream()
                .filter(result -> ((JsonObject) result).containsKey("ErrorCode"))
                .count();
        return JsonObject.of("FailedEntryCount", failed, "Entries", results);
    }

    private JsonObject putEvent(JsonObject entry) {
        Optional<String> fault = entry.getString("Detail").length() > MOST_BYTES
                ? Optional.of("InvalidArgument")
                : entryFault.apply(entry);
        if (fault.isPresent()) {
            return JsonObject.of("ErrorCode", fault.get(), "ErrorMessage", "as the test wants it");
        }
        JsonObject event = Bus.envelope(entry);
        Bus bus = buses.get(entry.getString("EventBusName"));
        if (bus != null) {
            bus.queuesFor(event).forEach(queue -> deliveries.deliver(queue, event));
        }
        return JsonObject.of("EventId", event.getString("id"));
    }

    private static JsonObject refusal(Throwable failure) {
        return JsonObject.of(
                "__type",
                failure instanceof Refusal refusal ? refusal.type : "InternalException",
                "message",
                String.valueOf(failure.getMessage()));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(START_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** An error answer. */
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String type;

        Refusal(String type, String message) {
            super(message);
            this.type = type;
        }
    }
}
