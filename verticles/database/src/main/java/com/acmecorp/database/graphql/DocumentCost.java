package com.acmecorp.database.graphql;

import static com.acmecorp.database.graphql.DocumentCheck.refusal;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How large a document's answer may become: its fields with all fragments in place, and its values with every list as
 * long as {@code @rows} of the schema, or the request itself, allows. And how much the database reads for it: the same
 * rows, and what {@code @reads} of the schema adds. Fields that the schema doesn't know are left to the validation.
 */
final class DocumentCost {

    /** Of introspection, whose lists have no directive. */
    private static final int USUAL_ROWS = 10;

    private static final long ENDLESS = 1_000_000_000;

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> known = new HashMap<>();
    private final Set<String> entered = new HashSet<>();

    private DocumentCost(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** Of a part of a document. */
    private record Size(long fields, long values, int depth, long reads) {

        static final Size NOTHING = new Size(0, 0, 0, 0);

        Size and(Size other) {
            return new Size(
                    Math.min(ENDLESS, fields + other.fields),
                    Math.min(ENDLESS, values + other.values),
                    Math.max(depth, other.depth),
                    Math.min(ENDLESS, reads + other.reads));
        }

        /** Of a field that has that many rows of this part. */
        Size below(long rows, long read) {
            return new Size(
                    fields + 1,
                    Math.min(ENDLESS, rows * (1 + values)),
                    depth + 1,
                    Math.min(ENDLESS, reads + read));
        }
    }

    /**
     * Adds up the operations of a document.
     *
     * @throws com.acmecorp.platform.problem.ProblemException MALFORMED, when it asks for too much
     */
    static void check(
            GraphQLSchema schema,
            Document document,
            Map<String, Object> variables,
            GraphQlLimits limits) {
        DocumentCost cost = new DocumentCost(schema, document, variables);
        document.getDefinitionsOfType(OperationDefinition.class)
                .forEach(operation -> cost.check(operation, limits));
    }

    private void check(OperationDefinition operation, GraphQlLimits limits) {
        Size size = size(operation.getSelectionSet(), root(operation));
        if (size.depth > limits.maxDepth()) {
            throw refusal("The document nests fields more than %d levels deep."
                    .formatted(limits.maxDepth()));
        }
        if (size.fields > limits.maxFields()) {
            throw refusal("The document has more than %d fields with its fragments."
                    .formatted(limits.maxFields()));
        }
        if (size.reads > limits.maxReads()) {
            throw refusal(
                    "The document makes the database read about %d rows, and a request may have %d read; please ask for fewer such fields at a time, or for fewer rows with `limit`."
                            .formatted(size.reads, limits.maxReads()));
        }
        if (size.values > limits.maxValues()) {
            throw refusal(
                    "The document asks for up to %d values, and an answer has at most %d; please ask for fewer fields, or for fewer rows with `limit`."
                            .formatted(size.values, limits.maxValues()));
        }
    }

    private @Nullable GraphQLFieldsContainer root(OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    private Size size(@Nullable SelectionSet selections, @Nullable GraphQLFieldsContainer parent) {
        return selections == null
                ? Size.NOTHING
                : selections.getSelections().stream()
                        .map(selection -> size(selection, parent))
                        .reduce(Size.NOTHING, Size::and);
    }

    private Size size(Selection<?> selection, @Nullable GraphQLFieldsContainer parent) {
        return switch (selection) {
            case Field field -> size(field, parent);
            case InlineFragment inline ->
                size(inline.getSelectionSet(), condition(inline.getTypeCondition(), parent));
            case FragmentSpread spread -> size(spread);
            default -> Size.NOTHING;
        };
    }

    private Size size(Field field, @Nullable GraphQLFieldsContainer parent) {
        GraphQLFieldDefinition definition = definition(field.getName(), parent);
        if (definition == null) {
            return size(field.getSelectionSet(), null).below(1, 0);
        }
        GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        long rows = rows(field, definition);
        return size(
                        field.getSelectionSet(),
                        type instanceof GraphQLFieldsContainer container ? container : null)
                .below(rows, rows + ReadCost.of(definition));
    }

    private @Nullable GraphQLFieldDefinition definition(
            String name, @Nullable GraphQLFieldsContainer parent) {
        return switch (name) {
            case "__schema" -> schema.getIntrospectionSchemaFieldDefinition();
            case "__type" -> schema.getIntrospectionTypeFieldDefinition();
            default -> parent == null ? null : parent.getFieldDefinition(name);
        };
    }

    private Size size(FragmentSpread spread) {
        String name = spread.getName();
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            return Size.NOTHING;
        }
        Size size = known.get(name);
        if (size == null) {
            if (!entered.add(name)) {
                throw refusal("The fragment " + name + " contains itself.");
            }
            size = size(fragment.getSelectionSet(), condition(fragment.getTypeCondition(), null));
            known.put(name, size);
        }
        return size;
    }

    private @Nullable GraphQLFieldsContainer condition(
            @Nullable TypeName name, @Nullable GraphQLFieldsContainer otherwise) {
        if (name == null) {
            return otherwise;
        }
        return schema.getType(name.getName()) instanceof GraphQLFieldsContainer type ? type : null;
    }

    private long rows(Field field, GraphQLFieldDefinition definition) {
        if (!GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))) {
            return 1;
        }
        RowLimit rows = RowLimit.of(definition);
        return rows == null ? USUAL_ROWS : Math.min(rows.most(), asked(field, rows.limit()));
    }

    private long asked(Field field, @Nullable String limit) {
        return field.getArguments().stream()
                .filter(argument -> argument.getName().equals(limit))
                .map(Argument::getValue)
                .mapToLong(this::number)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private long number(Value<?> value) {
        Object number = switch (value) {
            case IntValue literal -> literal.getValue();
            case VariableReference reference -> variables.get(reference.getName());
            default -> null;
        };
        return number instanceof Number given ? Math.max(0, given.longValue()) : Long.MAX_VALUE;
    }
}
