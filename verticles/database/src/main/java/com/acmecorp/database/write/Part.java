package com.acmecorp.database.write;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

/** A unit of work's share of one table: the rows that were asked for, and those that change. */
interface Part {

    /** Reads what was asked for. */
    Future<?> load(SqlConnection connection);

    /** Writes what has changed. */
    Future<?> flush(SqlConnection connection);
}
