package com.acmecorp.database.graphql;

import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;

import io.vertx.core.Future;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Carries out GraphQL requests against {@code acme.graphqls}. A document is parsed and validated once and then kept,
 * which is most of a request's cost.
 */
public final class GraphQlEngine {

    /** Of our own documents, and some that were written by hand; in characters. */
    private static final int DOCUMENTS_KEPT = 400_000;

    private static final int MOST_ERRORS = 10;
    private static final int LONGEST_MESSAGE = 200;

    /** Deep enough for every document that nests as deep as one may. */
    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .maxTokens(15_000)
            .maxRuleDepth(200)
            .captureLineComments(false)
            .build();

    private final GraphQL graphQl;
    private final GraphQLSchema schema;
    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(DOCUMENTS_KEPT)
            .weigher((String document, PreparsedDocumentEntry _) -> document.length() + 1)
            .build();

    public GraphQlEngine(
            Queries queries,
            Mutations mutations,
            PaymentMutations paymentMutations,
            ReservationMutations reservationMutations,
            DeadLetterFields deadLetters,
            RefundFields refunds,
            CareFields care,
            AuditFields audit,
            PartyFields parties) {
        this(parties.wire(audit.wire(care.wire(
                        refunds.wire(deadLetters.wire(RuntimeWiring.newRuntimeWiring())))))
                .type("Query", queries::wire)
                .type("Mutation", mutations::wire)
                .type("Mutation", paymentMutations::wire)
                .type("Mutation", reservationMutations::wire)
                .type("Order", OrderFields::wire)
                .type("TimelineEntry", OrderFields::wireTimelineEntry));
    }

    /** Answers the schema's fields as they are wired. */
    GraphQlEngine(RuntimeWiring.Builder fields) {
        this.schema = schema(fields.scalar(WholeNumbers.LONG)
                .scalar(WholeNumbers.BIG_INTEGER)
                .build());
        this.graphQl = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        documents.get(input.getQuery(), unknown -> parse.apply(input))))
                .defaultDataFetcherExceptionHandler(new ProblemErrors())
                .build();
    }

    GraphQLSchema schema() {
        return schema;
    }

    /**
     * A document as it is kept, or as it can be read.
     *
     * @throws graphql.parser.InvalidSyntaxException when it can't
     */
    Document parse(String document) {
        PreparsedDocumentEntry kept = documents.getIfPresent(document);
        return kept == null || kept.getDocument() == null
                ? Parser.parse(ParserEnvironment.newParserEnvironment()
                        .document(document)
                        .parserOptions(PARSER)
                        .build())
                : kept.getDocument();
    }

    /** Carries out one of our own documents on this event loop. */
    public Future<GraphQlAnswer> execute(GraphQlRequest request) {
        return Future.fromCompletionStage(graphQl.executeAsync(input(request).build()))
                .map(GraphQlEngine::answer);
    }

    /** Carries out a request on this thread, and its fields elsewhere. */
    CompletableFuture<GraphQlAnswer> execute(GraphQlRequest request, FieldCall fields) {
        ExecutionInput input = input(request)
                .graphQLContext(Map.of(FieldCall.class, fields, ParserOptions.class, PARSER))
                .build();
        return graphQl.executeAsync(input).thenApply(GraphQlEngine::answer);
    }

    private static ExecutionInput.Builder input(GraphQlRequest request) {
        return ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName())
                .variables(request.variables());
    }

    @SuppressWarnings("unchecked") // The shape of a response is given by GraphQL's specification.
    private static GraphQlAnswer answer(ExecutionResult result) {
        Map<String, Object> specification = result.toSpecification();
        List<Map<String, Object>> errors = (List<Map<String, Object>>) specification.get("errors");
        return new GraphQlAnswer(
                (Map<String, Object>) specification.get("data"),
                errors == null
                        ? null
                        : errors.stream()
                                .limit(MOST_ERRORS)
                                .map(GraphQlEngine::shortened)
                                .toList());
    }

    /** Messages of GraphQL repeat what they are about. */
    private static Map<String, Object> shortened(Map<String, Object> error) {
        String message = String.valueOf(error.get("message"));
        if (message.length() <= LONGEST_MESSAGE) {
            return error;
        }
        Map<String, Object> shortened = new LinkedHashMap<>(error);
        shortened.put("message", message.substring(0, LONGEST_MESSAGE) + "…");
        return shortened;
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
