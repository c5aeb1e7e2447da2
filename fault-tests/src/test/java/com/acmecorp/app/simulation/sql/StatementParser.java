package com.acmecorp.app.simulation.sql;

import com.acmecorp.app.simulation.sql.Statement.Aggregation;
import com.acmecorp.app.simulation.sql.Statement.Control;
import com.acmecorp.app.simulation.sql.Statement.Delete;
import com.acmecorp.app.simulation.sql.Statement.Insert;
import com.acmecorp.app.simulation.sql.Statement.Item;
import com.acmecorp.app.simulation.sql.Statement.Join;
import com.acmecorp.app.simulation.sql.Statement.Locking;
import com.acmecorp.app.simulation.sql.Statement.Ordering;
import com.acmecorp.app.simulation.sql.Statement.Select;
import com.acmecorp.app.simulation.sql.Statement.Source;
import com.acmecorp.app.simulation.sql.Statement.Update;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the part of SQL that the database context speaks; says so where it speaks more. */
final class StatementParser {

    private final Tokens tokens;
    private final ExpressionParser expressions;

    private StatementParser(String statement) {
        this.tokens = new Tokens(statement);
        this.expressions = new ExpressionParser(tokens, this::select);
    }

    static Statement parse(String statement) {
        StatementParser parser = new StatementParser(statement);
        Statement parsed = parser.statement();
        if (!parser.tokens.atEnd()) {
            throw parser.tokens.notUnderstood();
        }
        return parsed;
    }

    private Statement statement() {
        return switch (tokens.take()) {
            case "SELECT" -> select();
            case "INSERT" -> insert();
            case "UPDATE" -> update();
            case "DELETE" -> delete();
            case "SET" -> autocommit();
            case "COMMIT" -> Control.COMMIT;
            case "ROLLBACK" -> Control.ROLLBACK;
            default -> throw tokens.notUnderstood();
        };
    }

    private Control autocommit() {
        tokens.expect("autocommit", "=");
        Control control = switch (tokens.take()) {
            case "0" -> Control.AUTOCOMMIT_OFF;
            case "1" -> Control.AUTOCOMMIT_ON;
            default -> throw tokens.notUnderstood();
        };
        tokens.expect(",", "wait_timeout", "=");
        tokens.take();
        return control;
    }

    private Select select() {
        List<Item> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.accept(","));
        Source from = tokens.accept("FROM") ? source() : null;
        List<Join> joins = joins();
        Expression where = where();
        boolean distinct = tokens.accept("GROUP", "BY");
        while (distinct && tokens.peek().matches("\\w+|,")) {
            tokens.take();
        }
        return new Select(items, from, joins, where, distinct, ordering(), locking());
    }

    private Item item() {
        String name = tokens.peek();
        if (tokens.accept("COUNT", "(", "*", ")")) {
            return new Item(name, Aggregation.COUNT, scope -> 1L);
        }
        Aggregation aggregation = tokens.accept("MAX") ? Aggregation.MAX : Aggregation.NONE;
        return new Item(name, aggregation, expressions.expression());
    }

    private Source source() {
        String table = tokens.take();
        String alias = tokens.accept("AS") || isAlias(tokens.peek()) ? tokens.take() : table;
        if (tokens.accept("FORCE", "INDEX", "(")) {
            tokens.take();
            tokens.expect(")");
        }
        return new Source(table, alias);
    }

    /** The aliases that come without AS have one letter. */
    private static boolean isAlias(String token) {
        return token.matches("[a-z]");
    }

    private List<Join> joins() {
        List<Join> joins = new ArrayList<>();
        while (tokens.peek().equals("LEFT") || tokens.peek().equals("JOIN")) {
            boolean left = tokens.accept("LEFT");
            tokens.expect("JOIN");
            Source source = source();
            tokens.expect("ON");
            joins.add(new Join(source, left, expressions.expression()));
        }
        return joins;
    }

    private @Nullable Expression where() {
        return tokens.accept("WHERE") ? expressions.expression() : null;
    }

    private Ordering ordering() {
        Expression by = tokens.accept("ORDER", "BY") ? expressions.expression() : null;
        boolean descending = tokens.accept("DESC");
        Expression limit = tokens.accept("LIMIT") ? expressions.expression() : null;
        return new Ordering(by, descending, limit);
    }

    private Locking locking() {
        if (!tokens.accept("FOR", "UPDATE")) {
            return Locking.NONE;
        }
        return tokens.accept("SKIP", "LOCKED") ? Locking.SKIP_LOCKED : Locking.FOR_UPDATE;
    }

    private Insert insert() {
        tokens.expect("INTO");
        String table = tokens.take();
        tokens.expect("(");
        List<String> columns = new ArrayList<>();
        do {
            columns.add(tokens.take());
        } while (tokens.accept(","));
        tokens.expect(")");
        tokens.expect("VALUES");
        List<List<Expression>> rows = new ArrayList<>();
        do {
            rows.add(expressions.list());
        } while (tokens.accept(","));
        boolean upsert = tokens.accept("ON", "DUPLICATE", "KEY", "UPDATE");
        return new Insert(table, columns, rows, upsert ? assignments() : null);
    }

    private Update update() {
        Source table = source();
        tokens.expect("SET");
        return new Update(table, assignments(), where());
    }

    private Map<String, Expression> assignments() {
        Map<String, Expression> set = new LinkedHashMap<>();
        do {
            String column = tokens.take();
            tokens.expect("=");
            set.put(column, expressions.expression());
        } while (tokens.accept(","));
        return set;
    }

    private Delete delete() {
        if (!tokens.peek().equals("FROM")) {
            tokens.take(); // the alias of the one table that follows
        }
        tokens.expect("FROM");
        return new Delete(source(), where(), ordering());
    }
}
