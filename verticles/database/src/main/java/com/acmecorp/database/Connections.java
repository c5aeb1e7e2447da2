package com.acmecorp.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;

/**
 * Opens the connections to the server. Each session says itself what it relies on, because servers differ in what they
 * do by default: MySQL reads repeatably, and an Aurora may cut a text that is too long and call it a success.
 */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    /** A transaction sees what others committed before each of its statements, and locks no gaps between keys. */
    private static final String ISOLATION =
            "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

    private static final String STRICT =
            "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION'";

    /** Statements are few and constant, but each comes in a dozen sizes. */
    private static final int PREPARED_STATEMENTS = 512;

    private static final int PIPELINED_STATEMENTS = 64;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int WAIT_FOR_CONNECTION_S = 10;

    /** A connection that has found a cluster's former writer, which only reads now, isn't kept for longer than that. */
    private static final int LIFETIME_S = 120;

    /** A line on which nothing comes back may be cut where nobody can tell; one that just wasn't needed is replaced. */
    private static final int LONGEST_SILENCE_S = 20;

    private Connections() {}

    static Pool open(Vertx vertx, Server server, int connections) {
        MySQLConnectOptions connect = new MySQLConnectOptions()
                .setCharset("utf8mb4")
                .setCollation("utf8mb4_unicode_ci")
                .setPipeliningLimit(PIPELINED_STATEMENTS);
        connect.setHost(server.host())
                .setPort(server.port())
                .setDatabase(server.schema())
                .setUser(server.user())
                .setPassword(server.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS)
                .setPreparedStatementCacheSqlFilter(sql -> true);
        server.tls().applyTo(connect);
        return MySQLBuilder.pool()
                .connectingTo(connect)
                .with(new NetClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MS)
                        .setReadIdleTimeout(LONGEST_SILENCE_S))
                .with(new PoolOptions()
                        .setMaxSize(connections)
                        .setMaxLifetime(LIFETIME_S)
                        .setMaxLifetimeUnit(TimeUnit.SECONDS)
                        .setConnectionTimeout(WAIT_FOR_CONNECTION_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .withConnectHandler(Connections::beginSession)
                .using(vertx)
                .build();
    }

    /** Closing gives the new connection to the pool, or to nobody if the server has gone in the meantime. */
    private static void beginSession(SqlConnection connection) {
        Future.all(
                        connection.query(ISOLATION).execute(),
                        connection.query(STRICT).execute())
                .onFailure(failure -> LOG.warn("a session could not be begun", failure))
                .onComplete(begun -> connection.close());
    }
}
