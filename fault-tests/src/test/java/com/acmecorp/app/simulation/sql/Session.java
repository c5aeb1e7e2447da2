package com.acmecorp.app.simulation.sql;

import com.acmecorp.app.simulation.sql.Statement.Control;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.spi.DatabaseMetadata;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A connection. Statements may be sent before the earlier ones are answered; the server carries them out one after the
 * other, each after a moment, and those that it has got already also when their sender is dead.
 *
 * <p>Like InnoDB it ends a deadlock by rolling back one whole transaction. What was sent behind the statement that met it
 * belongs to a further transaction, which ends with the client's COMMIT or ROLLBACK.
 */
final class Session implements SqlConnection {

    private static final int DEADLOCK = 1213;

    private final Server server;
    private final Client client;
    private final UnaryOperator<String> rewriting;
    private final Deque<Command> commands = new ArrayDeque<>();
    private @Nullable Transaction transaction;
    private boolean autocommit = true;
    private boolean closed;
    private boolean closing;

    Session(Server server, Client client, UnaryOperator<String> rewriting) {
        this.server = server;
        this.client = client;
        this.rewriting = rewriting;
    }

    private record Command(
            String sql,
            Statement statement,
            List<@Nullable Object> values,
            Promise<RowSet<Row>> answer) {}

    Future<RowSet<Row>> execute(String sql, Tuple values) {
        Promise<RowSet<Row>> answer = client.promise();
        if (closed || closing || !client.isAlive()) {
            answer.fail(ClosedConnectionException.INSTANCE);
            return answer.future();
        }
        commands.add(new Command(sql, server.parsed(rewriting.apply(sql)), plain(values), answer));
        if (commands.size() == 1) {
            server.wire().later(this::next);
        }
        return answer.future();
    }

    private static List<@Nullable Object> plain(Tuple values) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            plain.add(Values.plain(values.getValue(i)));
        }
        return plain;
    }

    private void next() {
        Command command = commands.peek();
        if (command == null) {
            closeIfDone();
            return;
        }
        switch (server.wire().fate(command.sql())) {
            case CARRIED_OUT -> carryOut(command);
            case DEADLOCK -> meetDeadlock(command);
            case CUT_BEFORE -> cut();
            case CUT_AFTER -> {
                carryOutUnheard(command);
                cut();
            }
            case ANSWERED_EARLY -> {
                client.tell(() -> command.answer().tryComplete(Answer.changed(0)));
                server.wire().later(() -> carryOutIfLeft(command));
            }
        }
    }

    private void carryOut(Command command) {
        try {
            RowSet<Row> answer = run(command);
            done(() -> command.answer().tryComplete(answer));
        } catch (Blocked blocked) {
            await(command, blocked);
        } catch (MySQLException refusal) {
            done(() -> command.answer().fail(refusal));
        }
    }

    /** Its process may have died, or its connection ended, since. */
    private void carryOutIfLeft(Command command) {
        if (command.equals(commands.peek())) {
            carryOut(command);
        }
    }

    private void carryOutUnheard(Command command) {
        try {
            run(command);
        } catch (Blocked | MySQLException unheard) {
            rollBack();
        }
    }

    /** The other transaction will end, or is waiting for this one. */
    private void await(Command command, Blocked blocked) {
        if (transaction != null && server.isDeadlock(transaction, blocked.holder())) {
            endDeadlock(command);
        } else {
            server.wire().later(() -> carryOutIfLeft(command));
        }
    }

    /** Those who take no locks meet none. */
    private void meetDeadlock(Command command) {
        if (transaction == null || command.statement() instanceof Control) {
            carryOut(command);
        } else {
            endDeadlock(command);
        }
    }

    private void endDeadlock(Command command) {
        rollBack();
        done(() -> command.answer()
                .fail(new MySQLException(
                        "Deadlock found when trying to get lock", DEADLOCK, "40001")));
    }

    private void done(Runnable news) {
        commands.remove();
        client.tell(news);
        if (commands.isEmpty()) {
            closeIfDone();
        } else {
            server.wire().later(this::next);
        }
    }

    private RowSet<Row> run(Command command) {
        if (command.statement() instanceof Control control) {
            return run(control);
        }
        if (transaction == null && !autocommit) {
            transaction = server.begin();
        }
        if (transaction != null) {
            return server.run(transaction, command.statement(), command.values());
        }
        Transaction alone = server.begin();
        try {
            RowSet<Row> answer = server.run(alone, command.statement(), command.values());
            server.commit(alone);
            return answer;
        } catch (RuntimeException e) {
            alone.rollBack();
            throw e;
        }
    }

    private RowSet<Row> run(Control control) {
        switch (control) {
            case AUTOCOMMIT_OFF -> autocommit = false;
            case AUTOCOMMIT_ON -> {
                commit();
                autocommit = true;
            }
            case COMMIT -> commit();
            case ROLLBACK -> rollBack();
        }
        return Answer.changed(0);
    }

    private void commit() {
        if (transaction != null) {
            server.commit(transaction);
            transaction = null;
        }
    }

    private void rollBack() {
        if (transaction != null) {
            transaction.rollBack();
            transaction = null;
        }
    }

    private void cut() {
        List<Command> unanswered = List.copyOf(commands);
        end();
        unanswered.forEach(command ->
                client.tell(() -> command.answer().fail(ClosedConnectionException.INSTANCE)));
    }

    private void closeIfDone() {
        if (closing && commands.isEmpty()) {
            end();
        }
    }

    private void end() {
        closed = true;
        commands.clear();
        rollBack();
    }

    /** Its process died: what has reached the server by then is carried out yet. */
    void abandon() {
        int arrived = server.wire().random().nextInt(commands.size() + 1);
        while (commands.size() > arrived) {
            commands.removeLast();
        }
        closing = true;
        closeIfDone();
    }

    @Override
    public Future<Void> close() {
        closing = true;
        closeIfDone();
        return Future.succeededFuture();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return preparedQuery(sql);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return new Call(values -> execute(sql, values));
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return preparedQuery(sql);
    }

    @Override
    public Future<io.vertx.sqlclient.Transaction> begin() {
        throw new UnsupportedOperationException("nobody begins one in the client's own way");
    }

    @Override
    public Future<PreparedStatement> prepare(String sql) {
        throw new UnsupportedOperationException("nobody prepares");
    }

    @Override
    public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
        throw new UnsupportedOperationException("nobody prepares");
    }

    @Override
    public SqlConnection exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public SqlConnection closeHandler(Handler<Void> handler) {
        return this;
    }

    @Override
    public io.vertx.sqlclient.@Nullable Transaction transaction() {
        return null;
    }

    @Override
    public boolean isSSL() {
        return false;
    }

    @Override
    public DatabaseMetadata databaseMetadata() {
        throw new UnsupportedOperationException("nobody asks");
    }
}
