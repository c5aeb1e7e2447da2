package com.acmecorp.operations.alert;

import io.vertx.core.Future;

/** A way to people. */
public interface Sink {

    /** What it is called in logs. */
    String name();

    /** Tells them; fails when they couldn't be told. */
    Future<?> tell(Notice notice);
}
