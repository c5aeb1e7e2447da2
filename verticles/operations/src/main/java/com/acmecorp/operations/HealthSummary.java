package com.acmecorp.operations;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;

import java.util.List;
import java.util.function.Supplier;

/** Asks several parts at once; all is well when each of them is. */
final class HealthSummary {

    /** Beyond the patience of those who ask a part, so that their word is heard. */
    private static final long TIMEOUT_MS = 10_000;

    private final HealthChecks checks;

    HealthSummary(Vertx vertx, Parts parts, List<String> names) {
        checks = HealthChecks.create(vertx);
        names.forEach(part ->
                checks.register(part, TIMEOUT_MS, answer -> parts.ask(part).onComplete(answer)));
    }

    /** Shows facts that say nothing about whether all is well. */
    HealthSummary showing(String name, Supplier<JsonObject> facts) {
        checks.register(name, TIMEOUT_MS, answer -> answer.complete(Status.OK(facts.get())));
        return this;
    }

    /** The answer of a health call: {@code {"status": "UP" or "DOWN", "checks": […]}}. */
    Future<JsonObject> result() {
        return checks.checkStatus().map(HealthSummary::answer);
    }

    private static JsonObject answer(CheckResult result) {
        return JsonObject.of(
                "status",
                result.getUp() ? "UP" : "DOWN",
                "checks",
                new JsonArray(
                        result.getChecks().stream().map(HealthSummary::check).toList()));
    }

    private static JsonObject check(CheckResult part) {
        JsonObject check =
                JsonObject.of("id", part.getId(), "status", part.getUp() ? "UP" : "DOWN");
        return part.getData() == null ? check : check.put("data", part.getData());
    }
}
