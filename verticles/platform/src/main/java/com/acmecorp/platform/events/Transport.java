package com.acmecorp.platform.events;

import io.vertx.core.Future;

/** How events travel between contexts; one for a process, chosen by {@code events.transport}. */
public interface Transport {

    EventPublisher publisher();

    Subscriber subscriber();

    /** Lets go of its connections; the last context has stopped before. */
    Future<?> close();
}
