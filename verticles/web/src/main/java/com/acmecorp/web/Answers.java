package com.acmecorp.web;

import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.problem.Problems;
import com.acmecorp.web.openapi.Excerpt;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.stream.IntStream;

/** The one place where a failure becomes an answer: RFC 9457 problem+json. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String TRACE = "trace";
    private static final long DRAIN_MS = 10_000;

    /** What Vert.x says when a client goes away in the middle of its request. */
    private static final int CUT_SHORT = 200;

    private Answers() {}

    /** The trace of a request: its caller's, or one of its own. */
    static TraceParent trace(RoutingContext context) {
        TraceParent known = context.get(TRACE);
        if (known != null) {
            return known;
        }
        TraceParent trace = TraceParent.continuing(context.request().getHeader("traceparent"));
        context.put(TRACE, trace);
        return trace;
    }

    /** A router whose every failure is answered as a problem. */
    static Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        IntStream.concat(IntStream.of(CUT_SHORT), IntStream.range(400, 600))
                .forEach(status -> router.errorHandler(status, context -> failed(context, status)));
        return router;
    }

    /** Answers a request whose handling failed, whoever noticed. */
    private static void failed(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            cutOff(context.request());
            return;
        }
        Problem problem = problem(context, status);
        send(response, problem, json(problem, trace(context)))
                .onFailure(gone -> LOG.debug("nobody waits for the answer", gone));
        if (problem.kind() == Kind.TOO_LARGE) {
            context.vertx().setTimer(DRAIN_MS, late -> cutOffSender(context.request()));
        }
    }

    /** Answers what isn't even HTTP; the connection is closed after it. */
    static void malformed(HttpServerRequest request) {
        refuse(request, mistake(request.decoderResult().cause()));
    }

    /** Answers a request that no call ever sees. */
    static void refuse(HttpServerRequest request, Problem problem) {
        send(request.response(), problem, json(problem, TraceParent.fresh()))
                .onFailure(gone -> LOG.debug("nobody waits for the answer", gone));
    }

    /** Answers who asks what the server as a whole can do. */
    static void tellMethods(HttpServerRequest request) {
        request.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, OPTIONS")
                .end()
                .onFailure(gone -> LOG.debug("nobody waits for the answer", gone));
    }

    private static Problem mistake(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                Problem.of(Kind.TARGET_TOO_LONG, "The address is longer than we take.");
            case TooLongHttpHeaderException _ ->
                Problem.of(Kind.HEAD_TOO_LARGE, "The headers are longer than we take.");
            case MalformedMessages.UnknownVersion _ ->
                Problem.of(Kind.UNKNOWN_VERSION, "Please speak HTTP/1.1; HTTP/1.0 will do.");
            default -> Problem.of(Kind.MALFORMED, "The request isn't proper HTTP.");
        };
    }

    static Future<Void> send(HttpServerResponse response, Problem problem, JsonObject body) {
        response.setStatusCode(problem.kind().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff");
        switch (problem.kind()) {
            case OVERLOADED, IN_PROGRESS -> retryAfter(response, "1");
            case UNAVAILABLE, PARTY_AWAY, DATABASE_AWAY, NO_ROOM -> retryAfter(response, "5");
            case UNAUTHORIZED -> response.putHeader("WWW-Authenticate", "Bearer");
            default -> {}
        }
        return response.end(body.toBuffer());
    }

    /** Unless whoever refused has said already when there will be room. */
    private static void retryAfter(HttpServerResponse response, String seconds) {
        if (!response.headers().contains(HttpHeaders.RETRY_AFTER)) {
            response.putHeader(HttpHeaders.RETRY_AFTER, seconds);
        }
    }

    static JsonObject json(Problem problem, TraceParent trace) {
        return json(problem, trace.traceId());
    }

    static JsonObject json(Problem problem, String traceId) {
        Kind kind = problem.kind();
        JsonObject json = new JsonObject()
                .put("type", type(kind))
                .put("title", kind.title())
                .put("status", kind.status())
                .put("detail", problem.detail())
                .put("traceId", traceId);
        if (!problem.errors().isEmpty()) {
            json.put(
                    "errors",
                    new JsonArray(problem.errors().stream()
                            .map(error ->
                                    JsonObject.of("field", error.field(), "detail", error.detail()))
                            .toList()));
        }
        if (problem.current() != null) {
            json.put(
                    "current",
                    new JsonObject().put("deliveryTime", problem.current().deliveryTime()));
        }
        return json;
    }

    /** Who isn't there is our own affair where it is our database. */
    private static String type(Kind kind) {
        Kind told = kind == Kind.DATABASE_AWAY ? Kind.UNAVAILABLE : kind;
        return "urn:acme:problem:" + told.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Problem problem(RoutingContext context, int status) {
        if (context.failure() instanceof ProblemException expected
                && expected.problem().kind() != Kind.INTERNAL) {
            return expected.problem();
        }
        return switch (status) {
            case CUT_SHORT -> Problem.of(Kind.MALFORMED, "The request ended before its body did.");
            case 400 -> Problem.of(Kind.MALFORMED, "The request isn't proper HTTP.");
            case 404 ->
                Problem.of(
                        Kind.NOT_FOUND,
                        "There is nothing at "
                                + Excerpt.of(String.valueOf(context.request().path())) + ".");
            case 413 ->
                Problem.of(Kind.TOO_LARGE, "The body is larger than we take; please send less.");
            case 417 ->
                Problem.of(
                        Kind.EXPECTATION_FAILED,
                        "The only expectation that can be met is 100-continue.");
            default -> bug(context);
        };
    }

    /**
     * One line in the log, which has the trace that the caller is told: here where the cause was
     * logged elsewhere, else with it.
     */
    private static Problem bug(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof ProblemException known) {
            LOG.atError()
                    .addKeyValue("traceId", trace(context).traceId())
                    .log(
                            "{} failed",
                            Excerpt.of(context.request().method() + " "
                                    + context.request().path()));
            return known.problem();
        }
        return Problems.of(
                failure == null ? new IllegalStateException("failed without a cause") : failure,
                trace(context).value());
    }

    /** Whoever goes on sending long after it was told that it is too much. */
    private static void cutOffSender(HttpServerRequest request) {
        if (!request.isEnded()) {
            cutOff(request);
        }
    }

    private static void cutOff(HttpServerRequest request) {
        request.connection().close().onFailure(gone -> LOG.debug("already closed", gone));
    }
}
