package com.acmecorp.app.simulation.sql;

import com.acmecorp.app.simulation.sql.Statement.Delete;
import com.acmecorp.app.simulation.sql.Statement.Insert;
import com.acmecorp.app.simulation.sql.Statement.Item;
import com.acmecorp.app.simulation.sql.Statement.Join;
import com.acmecorp.app.simulation.sql.Statement.Locking;
import com.acmecorp.app.simulation.sql.Statement.Ordering;
import com.acmecorp.app.simulation.sql.Statement.Select;
import com.acmecorp.app.simulation.sql.Statement.Source;
import com.acmecorp.app.simulation.sql.Statement.Update;

import io.vertx.mysqlclient.MySQLException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Carries out one statement in a transaction. It takes all
 * locks before it writes anything, so one that is {@link Blocked} can be carried out again. */
final class Execution {

    private static final int DUPLICATE_KEY = 1062;

    private final Schema schema;
    private final Transaction transaction;
    private final List<@Nullable Object> parameters;
    private final long nowMs;

    Execution(
            Schema schema, Transaction transaction, List<@Nullable Object> parameters, long nowMs) {
        this.schema = schema;
        this.transaction = transaction;
        this.parameters = parameters;
        this.nowMs = nowMs;
    }

    /** A row that a statement is about. */
    private record Found(RowKey key, List<@Nullable Object> row, Scope scope) {}

    Answer run(Statement statement) {
        return switch (statement) {
            case Select select -> select(select);
            case Insert insert -> insert(insert);
            case Update update -> update(update);
            case Delete delete -> delete(delete);
            case Statement.Control control ->
                throw new IllegalArgumentException(control + " is the session's");
        };
    }

    private Answer select(Select select) {
        Source from = select.from();
        List<Scope> scopes = from == null
                ? List.of(scope())
                : locked(from, select.where(), select.ordering(), select.locking(), select.joins());
        List<List<@Nullable Object>> rows = select.isAggregated()
                ? List.of(aggregated(select.items(), scopes))
                : scopes.stream().map(scope -> values(select.items(), scope)).toList();
        return Answer.of(
                select.items().stream().map(Item::name).toList(),
                select.distinct() ? List.copyOf(new LinkedHashSet<>(rows)) : rows);
    }

    private Scope scope() {
        return new Scope(parameters, this::answers, nowMs);
    }

    /** The first value of each row of a query within a statement. */
    private List<@Nullable Object> answers(Select query) {
        List<@Nullable Object> values = new ArrayList<>();
        select(query).rows().forEach(row -> values.add(Values.result(row.getValue(0))));
        return values;
    }

    private static List<@Nullable Object> aggregated(List<Item> items, List<Scope> scopes) {
        List<@Nullable Object> values = new ArrayList<>();
        items.forEach(item -> values.add(aggregated(item, scopes)));
        return values;
    }

    private static @Nullable Object aggregated(Item item, List<Scope> scopes) {
        return switch (item.aggregation()) {
            case NONE -> throw new IllegalArgumentException(item.name() + " is of no group");
            case COUNT -> (long) scopes.size();
            case MAX ->
                scopes.stream()
                        .map(scope -> item.value().in(scope))
                        .filter(Objects::nonNull)
                        .max(Values::compare)
                        .orElse(null);
        };
    }

    private static List<@Nullable Object> values(List<Item> items, Scope scope) {
        List<@Nullable Object> values = new ArrayList<>();
        items.forEach(item -> values.add(item.value().in(scope)));
        return values;
    }

    private List<Scope> locked(
            Source from,
            @Nullable Expression where,
            Ordering ordering,
            Locking locking,
            List<Join> joins) {
        Table table = schema.table(from.table());
        Stream<Found> found = find(from, where, ordering, joins);
        if (locking == Locking.SKIP_LOCKED) {
            found = found.filter(one -> transaction.canLock(table, one.key()));
        }
        List<Found> chosen = limited(found, ordering);
        if (locking != Locking.NONE) {
            chosen.forEach(one -> transaction.lock(table, one.key()));
        }
        return chosen.stream().map(Found::scope).toList();
    }

    private List<Found> limited(Stream<Found> found, Ordering ordering) {
        Expression limit = ordering.limit();
        return (limit == null ? found : found.limit(limit.number(scope()))).toList();
    }

    private Stream<Found> find(
            Source from, @Nullable Expression where, Ordering ordering, List<Join> joins) {
        Table table = schema.table(from.table());
        Stream<Found> found = transaction.rows(table).entrySet().stream()
                .map(row -> new Found(
                        row.getKey(),
                        row.getValue(),
                        scope().with(from.alias(), table, row.getValue())))
                .flatMap(one -> joined(one, joins))
                .filter(one -> where == null || where.holds(one.scope()));
        Expression by = ordering.by();
        if (by == null) {
            return found;
        }
        Comparator<Found> order = Comparator.comparing(
                one -> by.in(one.scope()), Comparator.nullsFirst(Values::compare));
        return found.sorted(ordering.descending() ? order.reversed() : order);
    }

    private Stream<Found> joined(Found left, List<Join> joins) {
        Stream<Found> all = Stream.of(left);
        for (Join join : joins) {
            all = all.flatMap(one -> joined(one, join));
        }
        return all;
    }

    private Stream<Found> joined(Found left, Join join) {
        Table table = schema.table(join.source().table());
        List<Found> matches = transaction.rows(table).values().stream()
                .map(row -> left.scope().with(join.source().alias(), table, row))
                .filter(join.on()::holds)
                .map(scope -> new Found(left.key(), left.row(), scope))
                .toList();
        return matches.isEmpty() && join.left()
                ? Stream.of(new Found(
                        left.key(),
                        left.row(),
                        left.scope().with(join.source().alias(), table, null)))
                : matches.stream();
    }

    private Answer insert(Insert insert) {
        Table table = schema.table(insert.table());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        insert.rows().forEach(values -> rows.add(row(table, insert.columns(), values)));
        for (List<@Nullable Object> row : rows) {
            transaction.lock(table, table.keyOf(row));
        }
        for (List<@Nullable Object> row : rows) {
            insert(table, row, insert.onDuplicate());
        }
        return Answer.changed(rows.size());
    }

    private List<@Nullable Object> row(Table table, List<String> columns, List<Expression> values) {
        List<@Nullable Object> row = table.newRow();
        for (int i = 0; i < values.size(); i++) {
            table.set(row, columns.get(i), values.get(i).in(scope()));
        }
        return row;
    }

    private void insert(
            Table table,
            List<@Nullable Object> row,
            @Nullable Map<String, Expression> onDuplicate) {
        RowKey key = table.keyOf(row);
        @Nullable List<@Nullable Object> present = transaction.rows(table).get(key);
        if (present == null) {
            transaction.write(table, key, row);
        } else if (onDuplicate == null) {
            throw new MySQLException("Duplicate entry in " + table.name(), DUPLICATE_KEY, "23000");
        } else {
            Scope scope = scope().with(table.name(), table, present).inserting(row);
            transaction.write(table, key, changed(table, present, onDuplicate, scope));
        }
    }

    private Answer update(Update update) {
        Table table = schema.table(update.table().table());
        List<Found> found =
                find(update.table(), update.where(), NO_ORDER, List.of()).toList();
        found.forEach(one -> transaction.lock(table, one.key()));
        found.forEach(one -> transaction.write(
                table, one.key(), changed(table, one.row(), update.set(), one.scope())));
        return Answer.changed(found.size());
    }

    private static final Ordering NO_ORDER = new Ordering(null, false, null);

    /** As in MySQL, a later assignment would see an earlier one's value; none of ours looks. */
    private static List<@Nullable Object> changed(
            Table table, List<@Nullable Object> row, Map<String, Expression> set, Scope scope) {
        List<@Nullable Object> changed = new ArrayList<>(row);
        set.forEach((column, value) -> table.set(changed, column, value.in(scope)));
        return changed;
    }

    private Answer delete(Delete delete) {
        Table table = schema.table(delete.table().table());
        List<Found> found = limited(
                find(delete.table(), delete.where(), delete.ordering(), List.of()),
                delete.ordering());
        found.forEach(one -> transaction.lock(table, one.key()));
        found.forEach(one -> transaction.write(table, one.key(), null));
        return Answer.changed(found.size());
    }
}
