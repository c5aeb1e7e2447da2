package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.FieldError;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;
import com.acmecorp.web.openapi.ApiOperation;
import com.acmecorp.web.openapi.Faults;
import com.acmecorp.web.openapi.Rule;
import com.acmecorp.web.openapi.StrictJson;
import com.google.re2j.Pattern;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

import java.util.List;
import java.util.stream.Collectors;

/** Lets in what a use case can work with, and refuses the rest with what is wrong with it. */
record Intake(BodyHandler body) {

    private static final String JSON = "application/json";
    private static final Pattern JSON_IN_UTF8 = Pattern.compile(
            "application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKES_OURS = Pattern.compile(
            "json|\\*/\\*|application/\\*|text/event-stream", Pattern.CASE_INSENSITIVE);

    static Intake upTo(int maxBodyBytes) {
        return new Intake(BodyHandler.create(false).setBodyLimit(maxBodyBytes));
    }

    /** Looks at what stands before the body, so that a body that can't be used isn't even read. */
    void checkHead(ApiOperation operation, RoutingContext context) {
        requireAcceptable(context.request());
        if (operation.body().isPresent()) {
            requireJson(context.request());
        }
        context.next();
    }

    private static void requireAcceptable(HttpServerRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && !TAKES_OURS.matcher(accepted).find()) {
            throw Problem.of(
                            Kind.NOT_ACCEPTABLE,
                            "The answer is JSON; please accept application/json.")
                    .asException();
        }
    }

    private static void requireJson(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (!JSON.equals(type) && (type == null || !JSON_IN_UTF8.matcher(type).matches())) {
            throw unsupported(
                    "Send JSON in UTF-8, with the header Content-Type: application/json.");
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Send the body as it is, without a Content-Encoding.");
        }
    }

    /**
     * The request that an operation gets.
     *
     * @throws ProblemException with everything in it that the document doesn't allow
     */
    Request request(ApiOperation operation, RoutingContext context) {
        Faults faults = new Faults();
        checkHeaders(operation, context.request(), faults);
        JsonObject json =
                operation.body().isPresent() ? json(context) : parameters(operation, context);
        operation
                .body()
                .or(operation::parameters)
                .ifPresent(rule -> rule.check("", json.getMap(), faults));
        if (!faults.isEmpty()) {
            throw refusal(faults.errors());
        }
        return new Request(
                json, Answers.trace(context), context.request().getHeader("Idempotency-Key"));
    }

    private static void checkHeaders(
            ApiOperation operation, HttpServerRequest request, Faults faults) {
        operation
                .headers()
                .forEach((name, rule) ->
                        checkHeader(name, rule, request.headers().getAll(name), faults));
    }

    private static void checkHeader(String name, Rule rule, List<String> values, Faults faults) {
        if (values.size() > 1) {
            throw givenTwice(name);
        }
        values.forEach(value -> rule.check(name, value, faults));
    }

    /** What an operation without a body is asked, as the JSON that a use case reads. */
    private static JsonObject parameters(ApiOperation operation, RoutingContext context) {
        JsonObject parameters = new JsonObject();
        if (operation.parameters().isPresent()) {
            context.pathParams().forEach(parameters::put);
            context.queryParams().forEach(parameter -> {
                if (parameters.containsKey(parameter.getKey())) {
                    throw givenTwice(parameter.getKey());
                }
                parameters.put(parameter.getKey(), parameter.getValue());
            });
        }
        return parameters;
    }

    private static ProblemException givenTwice(String name) {
        return Problem.ofField(Kind.MALFORMED, name, name + " is given twice.").asException();
    }

    private static JsonObject json(RoutingContext context) {
        if (context.request().decoderResult().isFailure()) {
            throw Problem.of(Kind.MALFORMED, "The body's chunks aren't proper HTTP.")
                    .asException();
        }
        Buffer body = context.body().buffer();
        return StrictJson.object(body == null ? Buffer.buffer() : body);
    }

    private static ProblemException refusal(List<FieldError> errors) {
        String detail = errors.stream().map(FieldError::detail).collect(Collectors.joining(" "));
        return new Problem(Kind.MALFORMED, detail, errors).asException();
    }

    private static ProblemException unsupported(String detail) {
        return Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, detail).asException();
    }
}
