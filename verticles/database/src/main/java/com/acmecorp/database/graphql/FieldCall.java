package com.acmecorp.database.graphql;

import graphql.schema.DataFetcher;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How a field of Query or Mutation is read or written: always on the event loop of the database context. Where the
 * request is carried out by a worker, the field's value comes back to the workers.
 *
 * @param context of the database
 * @param workers that go on with the value
 */
record FieldCall(Context context, Executor workers) {

    /** Reads or writes a field; its failure becomes an error at the field's path. */
    static DataFetcher<CompletionStage<@Nullable Object>> fetcher(
            Function<Arguments, ? extends Future<? extends @Nullable Object>> call) {
        return environment -> {
            Arguments arguments = Arguments.of(environment);
            FieldCall elsewhere = environment.getGraphQlContext().get(FieldCall.class);
            return elsewhere == null
                    ? call.apply(arguments)
                            .<@Nullable Object>map(value -> value)
                            .toCompletionStage()
                    : elsewhere.apply(call, arguments);
        };
    }

    private CompletionStage<@Nullable Object> apply(
            Function<Arguments, ? extends Future<? extends @Nullable Object>> call,
            Arguments arguments) {
        Promise<@Nullable Object> answer = Promise.promise();
        context.runOnContext(_ -> Future.succeededFuture(arguments)
                .compose(given -> call.apply(given).<@Nullable Object>map(value -> value))
                .onComplete(answer));
        return answer.future().toCompletionStage().thenApplyAsync(Function.identity(), workers);
    }
}
