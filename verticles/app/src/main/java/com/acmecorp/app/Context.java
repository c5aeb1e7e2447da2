package com.acmecorp.app;

import com.acmecorp.platform.Platform;
import com.acmecorp.platform.config.Settings;

import io.vertx.core.Deployable;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A context as the process sees it.
 *
 * @param config reads its settings
 * @param verticle makes it
 */
record Context<C>(
        String name, Function<Settings, C> config, BiFunction<C, Platform, Deployable> verticle) {

    /** A context that has its settings and waits for its platform. */
    record Configured(String name, Function<Platform, Deployable> verticle) {}

    Configured read(Settings settings) {
        C values = config.apply(settings);
        return new Configured(name, platform -> verticle.apply(values, platform));
    }
}
