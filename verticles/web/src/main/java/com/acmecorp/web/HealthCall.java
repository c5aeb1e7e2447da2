package com.acmecorp.web;

import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How the system is, for machines: whoever probes reads the status code only. */
record HealthCall(UseCases useCases) implements Call {

    /**
     * Whether this process works. It asks nobody, not even over the bus: another process might
     * answer, and starting this one again would mend none of the others.
     */
    static final Call LIVE =
            exchange -> exchange.answer(JsonObject.of("status", "UP", "checks", new JsonArray()));

    @Override
    public Future<Void> answer(Exchange exchange) {
        return useCases.call(exchange.operationId(), exchange.request())
                .compose(health -> exchange.answer(isUp(health) ? 200 : 503, health));
    }

    private static boolean isUp(JsonObject health) {
        return "UP".equals(health.getString("status"));
    }
}
