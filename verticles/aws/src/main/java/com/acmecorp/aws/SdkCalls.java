package com.acmecorp.aws;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Calls of the SDK as Futures that end on the event loop of whoever made them. */
final class SdkCalls {

    private SdkCalls() {}

    static <T> Future<T> onLoop(Vertx vertx, CompletableFuture<T> call) {
        return Future.fromCompletionStage(call, vertx.getOrCreateContext())
                .recover(failure -> Future.failedFuture(cause(failure)));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
