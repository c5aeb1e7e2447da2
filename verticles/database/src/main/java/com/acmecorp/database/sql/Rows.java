package com.acmecorp.database.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads of rows as what they mean. A failure is told as {@link SqlFailure#explain} does. */
public record Rows(Pool pool) {

    public <T> Future<List<T>> select(String sql, Tuple values, Function<Row, T> meaning) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(meaning)
                        .toList())
                .recover(SqlFailure::explained);
    }

    /** Of a statement that answers one row always. */
    public <T> Future<T> selectOne(String sql, Tuple values, Function<Row, T> meaning) {
        return select(sql, values, meaning).map(List::getFirst);
    }
}
