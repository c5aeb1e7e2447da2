package com.acmecorp.app.simulation.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/** A statement that waits for its values. */
record Call(Function<Tuple, Future<RowSet<Row>>> execution) implements PreparedQuery<RowSet<Row>> {

    @Override
    public Future<RowSet<Row>> execute() {
        return execute(Tuple.tuple());
    }

    @Override
    public Future<RowSet<Row>> execute(Tuple values) {
        return execution.apply(values);
    }

    /** All are sent at once; the answer is the last one's. */
    @Override
    public Future<RowSet<Row>> executeBatch(List<Tuple> batch) {
        List<Future<RowSet<Row>>> answers = batch.stream().map(execution).toList();
        return Future.all(answers).map(all -> answers.getLast().result());
    }

    @Override
    public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
        throw new UnsupportedOperationException("nobody collects");
    }

    @Override
    public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
        throw new UnsupportedOperationException("nobody maps");
    }
}
