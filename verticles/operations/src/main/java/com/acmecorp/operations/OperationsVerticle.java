package com.acmecorp.operations;

import com.acmecorp.platform.Platform;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

import java.util.List;
import java.util.stream.Stream;

/**
 * The operations context: lets the system tell people how it is.
 *
 * <p>Offers health (how each part of this process is) and health.ready (whether customers can be served); deadLetters,
 * replay and replay.outcome (what was given up, and its further attempts). Consumes no event and emits none. It owns the limits by which it judges.
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
        List<String> here = platform.health().here();
        List<String> wanted = config.readyParts().isEmpty() ? ours(here) : config.readyParts();
        List<String> all =
                Stream.concat(here.stream(), wanted.stream()).distinct().toList();
        Checkup health = new Checkup(vertx, parts, all);
        Checkup ready = new Checkup(vertx, parts, wanted);
        return Future.all(
                platform.useCases().offer("health", request -> health.result()),
                platform.useCases().offer("health.ready", request -> ready.result()),
                DeadLetters.offer(platform));
    }

    /** A third party that is down doesn't close the shop: what can be done without it is done, the rest waits. */
    private static List<String> ours(List<String> parts) {
        return parts.stream().filter(Parts.ALL::contains).toList();
    }
}
