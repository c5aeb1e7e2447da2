package com.acmecorp.app.simulation.sql;

import io.vertx.core.Promise;

/** The process at the other end of a connection. */
public interface Client {

    boolean isAlive();

    /** An answer that it will wait for. */
    <T> Promise<T> promise();

    /** Has it do something, unless it is dead. */
    void tell(Runnable news);

    /** Says what happens when it dies. */
    void onDeath(Runnable end);
}
