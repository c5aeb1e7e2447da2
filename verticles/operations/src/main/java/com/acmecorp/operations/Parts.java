package com.acmecorp.operations;

import com.acmecorp.platform.health.HealthChecks;

import io.vertx.core.Future;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.Status;

import java.util.List;

/** The parts that the system needs, asked wherever they run. */
record Parts(HealthChecks health, int journalBacklogMaxMs) {

    static final String JOURNAL = "journal";

    static final List<String> ALL = List.of("database", JOURNAL, "mail");

    /** How a part is, with facts worth showing. Never fails: what can't be asked isn't well. */
    Future<Status> ask(String part) {
        return health.ask(part)
                .map(facts -> part.equals(JOURNAL) ? judge(facts) : Status.OK(facts))
                .otherwise(failure -> Status.KO(JsonObject.of("cause", cause(part, failure))));
    }

    /**
     * An event that waits a moment is nothing; one that waits for long is a sign that nobody dispatches. Where many wait, as
     * after a day on which nobody did, the journal is well as long as it takes them over; how late they are is an alert.
     */
    private Status judge(JsonObject backlog) {
        long overdueMs = backlog.getLong("overdueMs", 0L);
        long idleMs = backlog.getLong("idleMs", overdueMs);
        return Math.min(overdueMs, idleMs) <= journalBacklogMaxMs
                ? Status.OK(backlog)
                : Status.KO(backlog.copy()
                        .put(
                                "cause",
                                "the oldest event is overdue by %d ms and none was taken over for %d ms, the limit is %d ms"
                                        .formatted(overdueMs, idleMs, journalBacklogMaxMs)));
    }

    private static String cause(String part, Throwable failure) {
        if (!(failure instanceof ReplyException reply)) {
            return part + " can't be asked";
        }
        return switch (reply.failureType()) {
            case NO_HANDLERS -> part + " isn't running";
            case TIMEOUT -> part + " doesn't answer";
            case ERROR -> part + " can't be asked";
            case RECIPIENT_FAILURE -> String.valueOf(reply.getMessage());
        };
    }
}
