package com.acmecorp.platform.database;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import java.util.Set;
import java.util.function.Supplier;

/** A write whose answer was lost. Doing one of ours twice changes nothing, so asking again tells. */
public final class UnclearWrite {

    private static final Set<Kind> KINDS =
            Set.of(Kind.UNAVAILABLE, Kind.DATABASE_AWAY, Kind.NO_ROOM, Kind.INTERNAL);

    private UnclearWrite() {}

    /** Writes, and once more where nobody knows whether that was done. */
    public static <T> Future<T> onceMore(Supplier<Future<T>> write) {
        return write.get().recover(failure -> repeat(write, failure));
    }

    private static <T> Future<T> repeat(Supplier<Future<T>> write, Throwable failure) {
        boolean isAnswer = failure instanceof ProblemException told
                && !KINDS.contains(told.problem().kind());
        return isAnswer ? Future.failedFuture(failure) : write.get();
    }
}
