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

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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

    private static final String MARIADB_LIMIT = "SET SESSION max_statement_time = ";
    private static final String MYSQL_LIMIT = "SET SESSION max_execution_time = ";

    /**
     * In seconds: for a row that another session has locked, for a table that is being changed, and for a client that
     * doesn't read what it asked for. All are shorter than a write may take, so that a write that waits is told apart from
     * a server that is away.
     */
    private static final String WAITS =
            "SET SESSION innodb_lock_wait_timeout = 2, lock_wait_timeout = 5, net_write_timeout = 10, wait_timeout = 60";

    /** Statements are few and constant, but each comes in a dozen sizes. */
    private static final int PREPARED_STATEMENTS = 512;

    private static final int PIPELINED_STATEMENTS = 64;
    private static final int CONNECT_TIMEOUT_MS = 5_000;
    private static final int WAIT_FOR_CONNECTION_S = 10;

    /** A connection that has found a cluster's former writer, which only reads now, isn't kept for longer than that. */
    private static final int LIFETIME_S = 120;

    /** A line on which nothing comes back may be cut where nobody can tell; one that just wasn't needed is replaced. */
    private static final int LONGEST_SILENCE_S = 20;

    /** Whoever has to wait behind so many others had better be told so. */
    private static final int READERS_WAITING = 64;

    private Connections() {}

    static Pool open(Vertx vertx, Server server, int connections) {
        return pool(vertx, server, options(connections), any -> Future.succeededFuture());
    }

    /**
     * Connections for reads that the server itself ends when they take too long: whoever asked has gone by then, and the
     * server would go on.
     */
    static Pool openReading(Vertx vertx, Server server, int connections, Duration longest) {
        return pool(
                vertx,
                server,
                options(connections).setMaxWaitQueueSize(READERS_WAITING),
                connection -> limitReads(connection, longest));
    }

    private static PoolOptions options(int connections) {
        return new PoolOptions()
                .setMaxSize(connections)
                .setMaxLifetime(LIFETIME_S)
                .setMaxLifetimeUnit(TimeUnit.SECONDS)
                .setConnectionTimeout(WAIT_FOR_CONNECTION_S)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    }

    /** MariaDB counts seconds, MySQL milliseconds. */
    private static Future<?> limitReads(SqlConnection connection, Duration longest) {
        boolean isMariaDb = connection.databaseMetadata().productName().contains("MariaDB");
        return connection
                .query(
                        isMariaDb
                                ? MARIADB_LIMIT + longest.toSeconds()
                                : MYSQL_LIMIT + longest.toMillis())
                .execute();
    }

    private static Pool pool(
            Vertx vertx,
            Server server,
            PoolOptions options,
            Function<SqlConnection, Future<?>> further) {
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
                .with(options)
                .withConnectHandler(connection -> beginSession(connection, further))
                .using(vertx)
                .build();
    }

    /** Closing gives the new connection to the pool, or to nobody if the server has gone in the meantime. */
    private static void beginSession(
            SqlConnection connection, Function<SqlConnection, Future<?>> further) {
        Future.all(
                        connection.query(ISOLATION).execute(),
                        connection.query(STRICT).execute(),
                        connection.query(WAITS).execute(),
                        further.apply(connection))
                .onFailure(failure -> LOG.warn("a session could not be begun", failure))
                .onComplete(begun -> connection.close());
    }
}
