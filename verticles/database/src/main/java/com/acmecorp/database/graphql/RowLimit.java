package com.acmecorp.database.graphql;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;

import org.jspecify.annotations.Nullable;

/**
 * The schema's directive {@code @rows}: how many items a list has at most.
 *
 * @param limit the argument by which a client asks for fewer, if there is one
 */
record RowLimit(int most, @Nullable String limit) {

    /** What the field's directive says; null where it has none. */
    static @Nullable RowLimit of(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective rows = field.getAppliedDirective("rows");
        return rows == null
                ? null
                : new RowLimit(
                        rows.getArgument("most").getValue(),
                        rows.getArgument("limit").getValue());
    }
}
