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

    /** Why a call failed, in one sentence; the SDK tells of missing credentials in a dozen. */
    static String reason(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith("Unable to load credentials")
                ? "no AWS credentials were found in the environment, a profile or the container's role"
                : message;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }
}
