package com.acmecorp.platform.problem;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeoutException;

/** The one place that turns failures into problems, and problems into replies on the event bus and back. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** What the failure means to the caller. A bug is logged here with its trace and told without its text. */
    public static Problem of(Throwable failure) {
        return of(failure, null);
    }

    /** Answers a request on the bus with the problem that the failure means. */
    public static void reply(Message<?> request, Throwable failure) {
        Problem problem = of(failure, request.headers().get("traceparent"));
        request.fail(problem.kind().status(), EventJson.write(problem));
    }

    /** The same, with the trace that the line in the log is to have. */
    public static Problem of(Throwable failure, @Nullable String traceparent) {
        return switch (failure) {
            case ProblemException expected -> expected.problem();
            case ReplyException reply -> ofReply(reply, traceparent);
            case TimeoutException _ -> late();
            default -> unexpected(failure, traceparent);
        };
    }

    private static Problem ofReply(ReplyException reply, @Nullable String traceparent) {
        return switch (reply.failureType()) {
            case RECIPIENT_FAILURE -> sent(reply, traceparent);
            case NO_HANDLERS ->
                Problem.of(
                        Kind.UNAVAILABLE,
                        "The service behind this call isn't running; try again later.");
            case TIMEOUT -> late();
            case ERROR -> unexpected(reply, traceparent);
        };
    }

    private static Problem sent(ReplyException reply, @Nullable String traceparent) {
        try {
            return EventJson.read(String.valueOf(reply.getMessage()), Problem.class);
        } catch (IllegalArgumentException e) {
            reply.addSuppressed(e);
            return unexpected(reply, traceparent);
        }
    }

    private static Problem late() {
        return Problem.of(Kind.UNAVAILABLE, "No answer in time; please try again.");
    }

    private static Problem unexpected(Throwable failure, @Nullable String traceparent) {
        LOG.atError()
                .addKeyValue(
                        "traceId",
                        traceparent == null
                                ? "-"
                                : TraceParent.continuing(traceparent).traceId())
                .setCause(failure)
                .log("unexpected failure");
        return Problem.of(Kind.INTERNAL, "The failure was recorded; please try again later.");
    }
}
