package com.acmecorp.order;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import java.util.function.Supplier;

/** Writes whose answer got lost. All of ours change nothing when they are done twice, so asking again tells. */
final class Unclear {

    private Unclear() {}

    /** Writes, and once more where it is unclear whether that was done. */
    static <T> Future<T> onceMore(Supplier<Future<T>> write) {
        return write.get()
                .recover(failure ->
                        mayBeWritten(failure) ? write.get() : Future.failedFuture(failure));
    }

    private static boolean mayBeWritten(Throwable failure) {
        return !(failure instanceof ProblemException refusal)
                || refusal.problem().kind() == Kind.UNAVAILABLE
                || refusal.problem().kind() == Kind.DATABASE_AWAY
                || refusal.problem().kind() == Kind.NO_ROOM
                || refusal.problem().kind() == Kind.INTERNAL;
    }
}
