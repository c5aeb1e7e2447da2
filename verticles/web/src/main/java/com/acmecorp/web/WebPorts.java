package com.acmecorp.web;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;

import java.util.Optional;

/**
 * Where the two listeners of this process really listen, which is not what the settings say when
 * they say 0.
 *
 * @param publicPort of the shop and its API
 * @param privatePort of the operators' API
 */
public record WebPorts(int publicPort, int privatePort) implements Shareable {

    private static final String KEY = "web.ports";

    /** The ports, once the web context is up in this process. */
    public static Optional<WebPorts> of(Vertx vertx) {
        return Optional.ofNullable(map(vertx).get(KEY));
    }

    void publish(Vertx vertx) {
        map(vertx).put(KEY, this);
    }

    private static LocalMap<String, WebPorts> map(Vertx vertx) {
        return vertx.sharedData().getLocalMap(KEY);
    }
}
