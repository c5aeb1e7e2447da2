package com.acmecorp.database.graphql;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;

/** The schema's directive {@code @reads}: about how many rows the database reads for a field, whatever its answer has. */
final class ReadCost {

    private ReadCost() {}

    /** What the field's directive says; 0 where it has none. */
    static int of(GraphQLFieldDefinition field) {
        GraphQLAppliedDirective reads = field.getAppliedDirective("reads");
        return reads == null ? 0 : reads.getArgument("rows").<Integer>getValue();
    }
}
