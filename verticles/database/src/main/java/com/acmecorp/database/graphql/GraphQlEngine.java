package com.acmecorp.database.graphql;

import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;

import io.vertx.core.Future;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Carries out GraphQL requests against {@code acme.graphqls}. A document is parsed and validated once and then kept,
 * which is most of a request's cost.
 */
public final class GraphQlEngine {

    private static final int DOCUMENTS_KEPT = 500;

    private final GraphQL graphQl;

    public GraphQlEngine(
            Queries queries,
            Mutations mutations,
            PaymentMutations paymentMutations,
            DeadLetterFields deadLetters,
            CensusFields census) {
        RuntimeWiring wiring = census.wire(deadLetters.wire(RuntimeWiring.newRuntimeWiring()))
                .scalar(ExtendedScalars.GraphQLLong)
                .scalar(ExtendedScalars.GraphQLBigInteger)
                .type("Query", queries::wire)
                .type("Mutation", mutations::wire)
                .type("Mutation", paymentMutations::wire)
                .type("Order", OrderFields::wire)
                .type("TimelineEntry", OrderFields::wireTimelineEntry)
                .build();
        Cache<String, PreparsedDocumentEntry> documents =
                Caffeine.newBuilder().maximumSize(DOCUMENTS_KEPT).build();
        this.graphQl = GraphQL.newGraphQL(schema(wiring))
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        documents.get(input.getQuery(), unknown -> parse.apply(input))))
                .defaultDataFetcherExceptionHandler(new ProblemErrors())
                .build();
    }

    public Future<GraphQlAnswer> execute(GraphQlRequest request) {
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .build();
        return Future.fromCompletionStage(graphQl.executeAsync(input)).map(GraphQlEngine::answer);
    }

    @SuppressWarnings("unchecked") // The shape of a response is given by GraphQL's specification.
    private static GraphQlAnswer answer(ExecutionResult result) {
        Map<String, Object> specification = result.toSpecification();
        return new GraphQlAnswer(
                (Map<String, Object>) specification.get("data"),
                (List<Map<String, Object>>) specification.get("errors"));
    }

    private static GraphQLSchema schema(RuntimeWiring wiring) {
        InputStream file =
                Objects.requireNonNull(GraphQlEngine.class.getResourceAsStream("/acme.graphqls"));
        return new SchemaGenerator()
                .makeExecutableSchema(
                        new SchemaParser()
                                .parse(new InputStreamReader(file, StandardCharsets.UTF_8)),
                        wiring);
    }
}
