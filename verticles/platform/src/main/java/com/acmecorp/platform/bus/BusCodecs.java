package com.acmecorp.platform.bus;

import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.Outcomes;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;

/** Registers the records that travel on the event bus, once for each Vert.x. */
public final class BusCodecs {

    private BusCodecs() {}

    public static void register(Vertx vertx) {
        EventBus bus = vertx.eventBus();
        bus.registerDefaultCodec(EventBatch.class, new LocalCodec<>(EventBatch.class));
        bus.registerDefaultCodec(Outcomes.class, new LocalCodec<>(Outcomes.class));
        bus.registerDefaultCodec(GraphQlRequest.class, new LocalCodec<>(GraphQlRequest.class));
        bus.registerDefaultCodec(GraphQlAnswer.class, new LocalCodec<>(GraphQlAnswer.class));
    }
}
