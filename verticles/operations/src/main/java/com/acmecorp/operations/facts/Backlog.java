package com.acmecorp.operations.facts;

import io.vertx.core.json.JsonObject;

/**
 * What the journal still has to deliver.
 *
 * @param overdueMs by how much the oldest undispatched event is past its lease
 */
public record Backlog(long undispatched, long overdueMs, long retrying, long dead) {

    static Backlog of(JsonObject backlog) {
        return new Backlog(
                backlog.getLong("undispatched"),
                backlog.getLong("overdueMs"),
                backlog.getLong("retrying"),
                backlog.getLong("dead"));
    }
}
