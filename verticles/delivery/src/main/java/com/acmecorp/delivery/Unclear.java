package com.acmecorp.delivery;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import java.util.Set;
import java.util.function.Supplier;

/** Writes whose answer was lost. Doing one of ours twice changes nothing, so asking again tells. */
final class Unclear {

    private static final Set<Kind> KINDS =
            Set.of(Kind.UNAVAILABLE, Kind.DATABASE_AWAY, Kind.NO_ROOM, Kind.INTERNAL);

    private Unclear() {}

    /** Writes, and once more where nobody knows whether that was done. */
    static <T> Future<T> onceMore(Supplier<Future<T>> write) {
        return write.get().recover(failure -> repeat(write, failure));
    }

    private static <T> Future<T> repeat(Supplier<Future<T>> write, Throwable failure) {
        boolean isAnswer = failure instanceof ProblemException told
                && !KINDS.contains(told.problem().kind());
        return isAnswer ? Future.failedFuture(failure) : write.get();
    }
}
