package com.acmecorp.app;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.time.TimeSource;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The time of the database's server, from the API of the process that knows it. */
record RemoteTime(DatabaseClient database) implements TimeSource {

    private static final Operation GET_TIME = new Operation("query GetTime { getTime }");

    @Override
    public Future<Reading> ask(LongSupplier monotonicNanos) {
        long askedAtNanos = monotonicNanos.getAsLong();
        return database.execute(GET_TIME, new JsonObject())
                .map(answer -> new Reading(
                        TimeUnit.MILLISECONDS.toNanos(answer.getLong("getTime")), askedAtNanos));
    }
}
