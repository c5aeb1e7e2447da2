package com.acmecorp.database.graphql;

import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;

import io.vertx.core.Context;
import io.vertx.core.Future;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries out requests whose documents somebody else wrote. Workers of their own parse, validate and answer them, so that
 * no document keeps the event loop from orders; only reads and writes of the database are made there.
 */
public final class UntrustedRequests {

    private final GraphQlEngine engine;
    private final GraphQlLimits limits;
    private final Context context;
    private final ExecutorService workers;
    private final AtomicInteger inFlight = new AtomicInteger();

    /**
     * Requests to that engine.
     *
     * @param context on which the database is read and written
     */
    public UntrustedRequests(GraphQlEngine engine, GraphQlLimits limits, Context context) {
        this.engine = engine;
        this.limits = limits;
        this.context = context;
        this.workers = Executors.newFixedThreadPool(
                limits.threads(),
                Thread.ofPlatform().daemon().name("graphql-", 0).factory());
    }

    /** Answers with data and errors; fails with OVERLOADED, and with UNAVAILABLE when it takes too long. */
    public Future<GraphQlAnswer> execute(GraphQlRequest request) {
        if (inFlight.incrementAndGet() > limits.maxInFlight()) {
            inFlight.decrementAndGet();
            return Future.failedFuture(Problem.of(
                            Kind.OVERLOADED,
                            "More GraphQL requests are under way than we can take; please try again shortly.")
                    .asException());
        }
        // A request that took too long still has its place until its work has ended.
        CompletableFuture<GraphQlAnswer> answer = CompletableFuture.completedFuture(request)
                .thenComposeAsync(this::start, workers)
                .whenComplete((_, _) -> inFlight.decrementAndGet());
        return Future.fromCompletionStage(answer, context)
                .timeout(limits.timeoutMs(), TimeUnit.MILLISECONDS)
                .recover(this::late);
    }

    private CompletableFuture<GraphQlAnswer> start(GraphQlRequest request) {
        try {
            check(request);
        } catch (InvalidSyntaxException e) {
            // GraphQL's own error says where; carrying it out finds it again.
            return engine.execute(request, new FieldCall(context, workers));
        } catch (ProblemException refusal) {
            return CompletableFuture.completedFuture(refused(refusal.problem()));
        }
        return engine.execute(request, new FieldCall(context, workers));
    }

    private void check(GraphQlRequest request) {
        if (request.query().length() > limits.maxCharacters()) {
            throw DocumentCheck.refusal("The document has %d characters, and at most %d are taken."
                    .formatted(request.query().length(), limits.maxCharacters()));
        }
        Document document = engine.parse(request.query());
        DocumentCheck.check(document, limits);
        DocumentCost.check(engine.schema(), document, request.variables(), limits);
    }

    private static GraphQlAnswer refused(Problem problem) {
        return new GraphQlAnswer(
                null,
                List.of(Map.of(
                        "message", problem.detail(), "extensions", ProblemErrors.json(problem))));
    }

    private Future<GraphQlAnswer> late(Throwable failure) {
        return Future.failedFuture(
                failure instanceof TimeoutException
                        ? Problem.of(
                                        Kind.UNAVAILABLE,
                                        "The request takes longer than %d ms; please ask for less at a time."
                                                .formatted(limits.timeoutMs()))
                                .asException()
                        : failure);
    }

    /** Lets the workers end with what they have. */
    public void close() {
        workers.shutdown();
    }
}
