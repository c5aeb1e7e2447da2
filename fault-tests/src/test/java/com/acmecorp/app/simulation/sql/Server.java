package com.acmecorp.app.simulation.sql;

import io.vertx.sqlclient.Pool;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A MySQL server as far as the database context can tell: it survives every process, and keeps what was committed. */
public final class Server {

    private static final Migration MIGRATION = Migration.read();
    private static final Schema SCHEMA = MIGRATION.schema();
    private static final Map<String, Statement> PARSED = new ConcurrentHashMap<>();

    private final Schema schema = SCHEMA.empty();
    private final Locks locks = new Locks();
    private final Wire wire;
    private final List<Runnable> watchers = new ArrayList<>();
    private long commits;

    /** A server with empty tables. */
    public Server(Wire wire) {
        this.wire = wire;
        MIGRATION.rows().forEach(this::runAlone);
    }

    private void runAlone(String statement) {
        Transaction transaction = begin();
        new Execution(schema, transaction, List.of(), wire.epochMs()).run(parsed(statement));
        transaction.commit();
    }

    /**
     * Connections for a process.
     *
     * @param rewriting what becomes of each statement on its way
     */
    public Pool poolFor(Client client, UnaryOperator<String> rewriting) {
        return new ServerPool(this, client, rewriting);
    }

    /** Has somebody told of each commit. */
    public void onCommit(Runnable watcher) {
        watchers.add(watcher);
    }

    /** How often something was committed. */
    public long commits() {
        return commits;
    }

    /** What is committed in a table, row by row in the order of the key. */
    public List<Committed> rows(String table) {
        Table rows = schema.table(table);
        return rows.committed().values().stream()
                .map(row -> new Committed(rows, row))
                .toList();
    }

    Statement parsed(String statement) {
        return PARSED.computeIfAbsent(statement, StatementParser::parse);
    }

    Transaction begin() {
        return new Transaction(locks);
    }

    Answer run(Transaction transaction, Statement statement, List<@Nullable Object> parameters) {
        return new Execution(schema, transaction, parameters, wire.epochMs()).run(statement);
    }

    boolean isDeadlock(Transaction waiter, Transaction holder) {
        return locks.isDeadlock(waiter, holder);
    }

    void commit(Transaction transaction) {
        transaction.commit();
        commits++;
        watchers.forEach(Runnable::run);
    }

    Wire wire() {
        return wire;
    }
}
