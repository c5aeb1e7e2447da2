package com.acmecorp.platform.testing;

import com.acmecorp.platform.database.Operation;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The GraphQL schema that all contexts share, for checking what a context asks of it. */
public final class AcmeSchema {

    private static final TypeDefinitionRegistry TYPES = new SchemaParser().parse(text());
    private static final GraphQLSchema SCHEMA = schema(_ -> null);

    private AcmeSchema() {}

    /** What the database would refuse about the operation's document; empty when it is right. */
    public static List<String> errorsIn(Operation operation) {
        return ParseAndValidate.parseAndValidate(
                        SCHEMA,
                        ExecutionInput.newExecutionInput(operation.document()).build())
                .getErrors()
                .stream()
                .map(GraphQLError::getMessage)
                .toList();
    }

    /** An engine that lets the fetcher answer every query and mutation. */
    static GraphQL engine(DataFetcher<?> fetcher) {
        return GraphQL.newGraphQL(schema(fetcher)).build();
    }

    private static GraphQLSchema schema(DataFetcher<?> fetcher) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(ExtendedScalars.GraphQLLong)
                .scalar(ExtendedScalars.GraphQLBigInteger)
                .type("Query", type -> type.defaultDataFetcher(fetcher))
                .type("Mutation", type -> type.defaultDataFetcher(fetcher))
                .build();
        return new SchemaGenerator().makeExecutableSchema(TYPES, wiring);
    }

    private static String text() {
        try (InputStream file = AcmeSchema.class.getResourceAsStream("/acme.graphqls")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
