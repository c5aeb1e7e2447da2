package com.acmecorp.platform.events;

import io.vertx.core.Future;

/** Events on the Vert.x event bus, which ends with its Vert.x. */
public record BusTransport(BusEventPublisher publisher, BusSubscriber subscriber)
        implements Transport {

    @Override
    public Future<?> close() {
        return Future.succeededFuture();
    }
}
