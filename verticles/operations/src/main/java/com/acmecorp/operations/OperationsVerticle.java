package com.acmecorp.operations;

import com.acmecorp.platform.Platform;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/**
 * The operations context: lets the system tell people how it is.
 *
 * <p>Offers health (how all parts are) and health.ready (whether customers can be served). Consumes
 * no event and emits none. It owns the limits by which it judges.
 */
public final class OperationsVerticle extends VerticleBase {

    private final OperationsConfig config;
    private final Platform platform;

    public OperationsVerticle(OperationsConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Parts parts = new Parts(platform.health(), config.journalBacklogMaxMs());
        Checkup health = new Checkup(vertx, parts, Parts.ALL);
        Checkup ready = new Checkup(vertx, parts, config.readyParts());
        return Future.all(
                platform.useCases().offer("health", request -> health.result()),
                platform.useCases().offer("health.ready", request -> ready.result()));
    }
}
