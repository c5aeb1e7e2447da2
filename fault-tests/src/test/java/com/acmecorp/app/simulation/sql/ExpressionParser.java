package com.acmecorp.app.simulation.sql;

import com.acmecorp.app.simulation.sql.Statement.Select;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Reads expressions, the loosest operator first. */
final class ExpressionParser {

    private static final long MICROSECONDS_OF_A_MS = 1_000;

    private final Tokens tokens;
    private final Supplier<Select> subqueries;
    private int parameters;

    /**
     * A reader of expressions.
     *
     * @param subqueries reads what comes after SELECT
     */
    ExpressionParser(Tokens tokens, Supplier<Select> subqueries) {
        this.tokens = tokens;
        this.subqueries = subqueries;
    }

    Expression expression() {
        Expression left = conjunction();
        while (tokens.accept("OR")) {
            Expression one = left;
            Expression other = conjunction();
            left = scope -> one.holds(scope) || other.holds(scope);
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = comparison();
        while (tokens.accept("AND")) {
            Expression one = left;
            Expression other = comparison();
            left = scope -> one.holds(scope) && other.holds(scope);
        }
        return left;
    }

    private Expression comparison() {
        Expression left = shift();
        if (tokens.accept("IS", "NOT", "NULL")) {
            return scope -> left.in(scope) == null ? 0L : 1L;
        }
        if (tokens.accept("IS", "NULL")) {
            return scope -> left.in(scope) == null ? 1L : 0L;
        }
        if (tokens.accept("NOT", "IN", "(", "SELECT")) {
            Select select = subqueries.get();
            tokens.expect(")");
            return scope -> scope.answers(select).stream()
                    .noneMatch(row -> Values.same(left.in(scope), row));
        }
        if (tokens.accept("IN")) {
            List<Expression> options = list();
            return scope -> options.stream()
                    .anyMatch(option -> Values.same(left.in(scope), option.in(scope)));
        }
        return ordering(left);
    }

    private Expression ordering(Expression left) {
        return switch (tokens.peek()) {
            case "=" -> compared(left, sign -> sign == 0);
            case "<>" -> compared(left, sign -> sign != 0);
            case "<" -> compared(left, sign -> sign < 0);
            case "<=" -> compared(left, sign -> sign <= 0);
            case ">" -> compared(left, sign -> sign > 0);
            case ">=" -> compared(left, sign -> sign >= 0);
            case "BETWEEN" -> between(left);
            default -> left;
        };
    }

    private Expression compared(Expression left, Values.SignTest test) {
        tokens.take();
        Expression right = shift();
        return scope -> Values.compared(left.in(scope), right.in(scope), test);
    }

    private Expression between(Expression value) {
        tokens.take();
        Expression low = shift();
        tokens.expect("AND");
        Expression high = shift();
        return scope -> Values.compared(value.in(scope), low.in(scope), sign -> sign >= 0)
                && Values.compared(value.in(scope), high.in(scope), sign -> sign <= 0);
    }

    private Expression shift() {
        Expression left = sum();
        if (tokens.accept("<<")) {
            Expression by = sum();
            return scope -> left.number(scope) << by.number(scope);
        }
        return left;
    }

    private Expression sum() {
        Expression left = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            int sign = tokens.take().equals("+") ? 1 : -1;
            Expression one = left;
            Expression other = product();
            left = scope -> one.number(scope) + sign * other.number(scope);
        }
        return left;
    }

    private Expression product() {
        Expression left = primary();
        while (tokens.accept("*")) {
            Expression one = left;
            Expression other = primary();
            left = scope -> one.number(scope) * other.number(scope);
        }
        return left;
    }

    private Expression primary() {
        if (tokens.accept("(")) {
            Expression inner = tokens.accept("SELECT") ? subquery() : expression();
            tokens.expect(")");
            return inner;
        }
        String token = tokens.take();
        if (token.equals("?")) {
            int index = parameters++;
            return scope -> scope.parameter(index);
        }
        return tokens.peek().equals("(") ? function(token) : literalOrColumn(token);
    }

    /** One that looks at no row around it. */
    private Expression subquery() {
        Select select = subqueries.get();
        return scope -> scope.answer(select);
    }

    private Expression literalOrColumn(String token) {
        if (Character.isDigit(token.charAt(0))) {
            Long number = Long.valueOf(token);
            return scope -> number;
        }
        if (token.startsWith("'")) {
            String text = token.substring(1, token.length() - 1).replace("''", "'");
            return scope -> text;
        }
        return switch (token) {
            case "NULL" -> scope -> null;
            case "TRUE" -> scope -> true;
            case "FALSE" -> scope -> false;
            default -> column(token);
        };
    }

    private Expression column(String token) {
        if (tokens.accept(".")) {
            String name = tokens.take();
            return scope -> scope.column(token, name);
        }
        return scope -> scope.column(null, token);
    }

    private Expression function(String name) {
        if (name.equals("VALUES")) {
            tokens.expect("(");
            String column = tokens.take();
            tokens.expect(")");
            return scope -> scope.inserted(column);
        }
        if (name.equals("RAND")) {
            tokens.expect("(");
            tokens.expect(")");
            return scope -> 0L; // of all that it may be, the one that is a whole number
        }
        if (name.equals("TIMESTAMPDIFF")) {
            return microsecondsSinceTheEpoch();
        }
        List<Expression> arguments = list();
        return switch (name) {
            case "FLOOR" -> arguments.getFirst();
            case "LEAST" ->
                scope -> arguments.stream()
                        .mapToLong(one -> one.number(scope))
                        .min()
                        .orElse(0);
            case "GREATEST" ->
                scope -> arguments.stream()
                        .mapToLong(one -> one.number(scope))
                        .max()
                        .orElse(0);
            case "COALESCE" -> scope -> firstKnown(arguments, scope);
            case "LEFT" -> scope -> left(arguments, scope);
            default -> throw tokens.notUnderstood();
        };
    }

    private Expression microsecondsSinceTheEpoch() {
        tokens.expect("(", "MICROSECOND", ",", "'1970-01-01'", ",");
        tokens.expect("UTC_TIMESTAMP", "(", "6", ")", ")");
        return scope -> scope.nowMs() * MICROSECONDS_OF_A_MS;
    }

    private static @Nullable Object firstKnown(List<Expression> arguments, Scope scope) {
        return arguments.stream()
                .map(one -> one.in(scope))
                .filter(Objects::nonNull)
                .map(Values::result)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object left(List<Expression> arguments, Scope scope) {
        Object text = arguments.getFirst().in(scope);
        long most = arguments.getLast().number(scope);
        return text == null
                ? null
                : text.toString()
                        .substring(0, (int) Math.min(most, text.toString().length()));
    }

    /** Expressions in brackets, with commas between. */
    List<Expression> list() {
        tokens.expect("(");
        List<Expression> expressions = new ArrayList<>();
        do {
            expressions.add(expression());
        } while (tokens.accept(","));
        tokens.expect(")");
        return expressions;
    }
}
