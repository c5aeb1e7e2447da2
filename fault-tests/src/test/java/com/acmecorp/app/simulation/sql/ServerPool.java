package com.acmecorp.app.simulation.sql;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;

import java.util.function.UnaryOperator;

/** As many connections as are asked for. */
final class ServerPool implements Pool {

    private final Server server;
    private final Client client;
    private final UnaryOperator<String> rewriting;

    ServerPool(Server server, Client client, UnaryOperator<String> rewriting) {
        this.server = server;
        this.client = client;
        this.rewriting = rewriting;
    }

    private Session open() {
        Session session = new Session(server, client, rewriting);
        client.onDeath(session::abandon);
        return session;
    }

    @Override
    public Future<SqlConnection> getConnection() {
        return Future.succeededFuture(open());
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return new Call(values -> {
            Session session = open();
            return session.execute(sql, values).eventually(session::close);
        });
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return preparedQuery(sql);
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
