package com.acmecorp.operations;

import com.acmecorp.operations.alert.Alert;
import com.acmecorp.operations.alert.AlertBook;
import com.acmecorp.operations.facts.OrdersSeen;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.time.SharedClock;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * The operations context: lets the system tell people how it is.
 *
 * <p>Offers health (how each part of this process is) and health.ready (whether customers can be served); deadLetters,
 * replay and replay.outcome (what was given up, and its further attempts); alerts (what is wrong at the moment) and
 * metrics (the figures behind them). Consumes no event and emits none, but has those of others dispatched again whose
 * effect is missing. It owns the limits by which it judges, and the open alerts.
 */
public final class OperationsVerticle extends VerticleBase {

    private final OperationsConfig config;
    private final Platform platform;
    private final AlertBook book;
    private @Nullable SystemMonitor monitor;

    public OperationsVerticle(OperationsConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
        this.book = new AlertBook(platform.clock());
    }

    @Override
    public Future<?> start() {
        Parts parts = new Parts(platform.health(), config.journalBacklogMaxMs());
        List<String> here = platform.health().here();
        List<String> wanted = config.readyParts().isEmpty() ? ours(here) : config.readyParts();
        List<String> all =
                Stream.concat(here.stream(), wanted.stream()).distinct().toList();
        HealthSummary health =
                new HealthSummary(vertx, parts, all).showing("alerts", this::alertFacts);
        HealthSummary ready = new HealthSummary(vertx, parts, wanted);
        return Future.all(
                        platform.useCases().offer("health", request -> health.result()),
                        platform.useCases().offer("health.ready", request -> ready.result()),
                        platform.useCases().offer("alerts", request -> alerts()),
                        platform.useCases().offer("metrics", request -> metrics()),
                        DeadLetters.offer(platform))
                .onSuccess(offered -> watch(parts, here));
    }

    @Override
    public Future<?> stop() {
        if (monitor != null) {
            monitor.stop();
        }
        return Future.succeededFuture();
    }

    /** Beside the journal, so that of many services one watches; where several have it, two mend no more than one. */
    private void watch(Parts parts, List<String> here) {
        if (here.contains(Parts.JOURNAL)) {
            monitor = new SystemMonitor(vertx, platform, config, book, parts, here);
            monitor.start();
        }
    }

    private Future<JsonObject> alerts() {
        return Future.succeededFuture(JsonObject.of(
                "alerts", new JsonArray(book.open().stream().map(Alert::json).toList())));
    }

    private Future<JsonObject> metrics() {
        return new Metrics(
                        new OrdersSeen(platform.database(), config.limits()),
                        book,
                        platform.health(),
                        Figures.of(vertx),
                        SharedClock.of(vertx))
                .text()
                .map(text -> JsonObject.of("text", text));
    }

    private JsonObject alertFacts() {
        List<String> open = book.open().stream().map(Alert::title).toList();
        return JsonObject.of("open", open.size(), "titles", new JsonArray(open));
    }

    /** A third party that is down doesn't close the shop: what can be done without it is done, the rest waits. */
    private static List<String> ours(List<String> parts) {
        return parts.stream().filter(Parts.ALL::contains).toList();
    }
}
