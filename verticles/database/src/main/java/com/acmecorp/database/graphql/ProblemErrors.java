package com.acmecorp.database.graphql;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problems;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A failure as a GraphQL error; the problem is in its extensions, for our own clients and for people. */
final class ProblemErrors implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Problem problem = Problems.of(cause(parameters.getException()));
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(
                        GraphqlErrorBuilder.newError(parameters.getDataFetchingEnvironment())
                                .message("%s", problem.detail())
                                .extensions(json(problem))
                                .build())
                .build());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    /** The extensions of an error that tells of a problem. */
    static Map<String, Object> json(Problem problem) {
        return Map.of(
                "code",
                problem.kind().name(),
                "problem",
                EventJson.read(EventJson.write(problem), Map.class));
    }
}
