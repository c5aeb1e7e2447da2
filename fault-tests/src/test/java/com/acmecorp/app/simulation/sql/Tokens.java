package com.acmecorp.app.simulation.sql;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a statement, read one after the other. */
final class Tokens {

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\\d+|[A-Za-z_][A-Za-z_0-9]*|<=|>=|<>|<<|[(),.?=<>+*-]");

    private final String statement;
    private final List<String> tokens;
    private int next;

    Tokens(String statement) {
        this.statement = statement;
        this.tokens = TOKEN.matcher(statement).results().map(MatchResult::group).toList();
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    String peek() {
        return atEnd() ? "" : tokens.get(next);
    }

    String take() {
        if (atEnd()) {
            throw notUnderstood();
        }
        return tokens.get(next++);
    }

    /** Whether these words come next; if so, they are taken. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).equalsIgnoreCase(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw notUnderstood();
        }
    }

    /** The simulation knows a small part of SQL; whoever needs more of it teaches it more. */
    IllegalArgumentException notUnderstood() {
        return new IllegalArgumentException("the simulated server doesn't understand \"%s\" in %s"
                .formatted(peek(), statement));
    }
}
