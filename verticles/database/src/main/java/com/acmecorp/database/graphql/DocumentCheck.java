package com.acmecorp.database.graphql;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FloatValue;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NamedNode;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what a parsed document consists of, before it is validated: the time that validation takes grows with the
 * square of some of these counts, and that of a number with its exponent.
 */
final class DocumentCheck {

    private static final int MOST_FRAGMENTS = 50;
    private static final int MOST_SPREADS = 100;
    private static final int MOST_DIRECTIVES = 50;
    private static final int MOST_VARIABLES = 100;
    private static final int MOST_OPERATIONS = 20;
    private static final int MOST_OBJECT_FIELDS = 1_000;
    private static final int LONGEST_NAME = 100;

    private final GraphQlLimits limits;
    private final Map<String, Integer> counts = new HashMap<>();

    private DocumentCheck(GraphQlLimits limits) {
        this.limits = limits;
    }

    /**
     * Looks at every part of a document.
     *
     * @throws com.acmecorp.platform.problem.ProblemException MALFORMED, when it has more of something than is allowed
     */
    static void check(Document document, GraphQlLimits limits) {
        new DocumentCheck(limits).visit(document);
    }

    private void visit(Node<?> node) {
        switch (node) {
            case Field field -> count(field);
            case FragmentDefinition _ -> count("fragments", MOST_FRAGMENTS);
            case FragmentSpread _ -> count("uses of fragments", MOST_SPREADS);
            case InlineFragment _ -> count("uses of fragments", MOST_SPREADS);
            case Directive _ -> count("directives", MOST_DIRECTIVES);
            case VariableDefinition _ -> count("variables", MOST_VARIABLES);
            case OperationDefinition _ -> count("operations", MOST_OPERATIONS);
            case ObjectField _ -> count("fields of input objects", MOST_OBJECT_FIELDS);
            case IntValue number -> requireShort(new BigDecimal(number.getValue()));
            case FloatValue number -> requireShort(number.getValue());
            default -> {}
        }
        if (node instanceof NamedNode<?> named) {
            requireShort(named.getName());
        }
        node.getChildren().forEach(this::visit);
    }

    private void count(Field field) {
        count("fields", limits.maxFields());
        if (field.getAlias() != null) {
            requireShort(field.getAlias());
            count("aliases", limits.maxAliases());
        }
    }

    private void count(String what, int most) {
        if (counts.merge(what, 1, Integer::sum) > most) {
            throw refusal("The document has more than %d %s; please ask for less at a time."
                    .formatted(most, what));
        }
    }

    private static void requireShort(BigDecimal number) {
        if (!WholeNumbers.isShort(number)) {
            throw refusal("A number in the document has more than %d digits."
                    .formatted(WholeNumbers.MOST_DIGITS));
        }
    }

    private static void requireShort(String name) {
        // An inline fragment's condition, an anonymous operation: they have no name.
        if (name != null && name.length() > LONGEST_NAME) {
            throw refusal("A name in the document is longer than %d characters: %s…"
                    .formatted(LONGEST_NAME, name.substring(0, LONGEST_NAME)));
        }
    }

    static RuntimeException refusal(String detail) {
        return Problem.ofField(Kind.MALFORMED, "query", detail).asException();
    }
}
