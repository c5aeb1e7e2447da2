package com.acmecorp.database;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

import java.util.concurrent.TimeUnit;

/** Opens the connections to the server. */
final class Connections {

    /** Statements are few and constant, but each comes in a dozen sizes. */
    private static final int PREPARED_STATEMENTS = 512;

    private static final int PIPELINED_STATEMENTS = 64;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int WAIT_FOR_CONNECTION_S = 10;

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
                .with(new NetClientOptions().setConnectTimeout(CONNECT_TIMEOUT_MS))
                .with(new PoolOptions()
                        .setMaxSize(connections)
                        .setConnectionTimeout(WAIT_FOR_CONNECTION_S)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .using(vertx)
                .build();
    }
}
