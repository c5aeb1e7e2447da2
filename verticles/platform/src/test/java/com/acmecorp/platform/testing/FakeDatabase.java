package com.acmecorp.platform.testing;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.ProblemException;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Answers a context's operations in the real GraphQL schema: a wrong document, variable or field
 * fails here as it would in the database.
 */
public final class FakeDatabase implements DatabaseClient {

    /** A query or mutation that was run, with its arguments as the schema read them. */
    public record Call(String field, JsonObject arguments) {}

    private final Map<String, Function<JsonObject, ? extends @Nullable Object>> answers =
            new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final GraphQL engine = AcmeSchema.engine(this::fetch);

    /**
     * Sets the answer of a query or mutation.
     *
     * @param answer gets the arguments; returns a value or a map of fields, or throws a {@link
     *     ProblemException}
     */
    public FakeDatabase on(String field, Function<JsonObject, ? extends @Nullable Object> answer) {
        answers.put(field, answer);
        return this;
    }

    /** Everything that was run, in its order. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The arguments of each run of that query or mutation, in their order. */
    public List<JsonObject> calls(String field) {
        return calls.stream()
                .filter(call -> call.field().equals(field))
                .map(Call::arguments)
                .toList();
    }

    @Override
    public Future<JsonObject> execute(Operation operation, JsonObject variables) {
        ExecutionInput input = ExecutionInput.newExecutionInput(operation.document())
                .variables(new GraphQlRequest(operation.document(), variables.getMap(), null)
                        .variables())
                .build();
        ExecutionResult result = engine.execute(input);
        if (input.getGraphQLContext().get(ProblemException.class)
                instanceof ProblemException problem) {
            return Future.failedFuture(problem);
        }
        return result.getErrors().isEmpty()
                ? Future.succeededFuture(new JsonObject(result.<Map<String, Object>>getData()))
                : Future.failedFuture(
                        new IllegalStateException("refused by the schema: " + result.getErrors()));
    }

    @Override
    public Future<GraphQlAnswer> forward(GraphQlRequest request) {
        return Future.failedFuture(
                new UnsupportedOperationException("only the HTTP side forwards"));
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) {
        String field = environment.getField().getName();
        JsonObject arguments = new JsonObject(environment.getArguments());
        calls.add(new Call(field, arguments));
        Function<JsonObject, ? extends @Nullable Object> answer = answers.get(field);
        if (answer == null) {
            throw new IllegalStateException("the test gave no answer for " + field);
        }
        try {
            return answer.apply(arguments);
        } catch (ProblemException e) {
            environment.getGraphQlContext().put(ProblemException.class, e);
            return null;
        }
    }
}
