package com.acmecorp.platform.database;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

/** Tells a database that didn't answer from another service that didn't: the former says nothing about an event. */
final class DatabaseAway {

    private DatabaseAway() {}

    /** The same failure; as one of the database's where nobody answered. */
    static <T> Future<T> explained(Throwable failure) {
        return Future.failedFuture(
                failure instanceof ProblemException told
                                && told.problem().kind() == Kind.UNAVAILABLE
                        ? Problem.of(Kind.DATABASE_AWAY, told.problem().detail())
                                .asException()
                        : failure);
    }
}
