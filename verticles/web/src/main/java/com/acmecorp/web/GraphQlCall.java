package com.acmecorp.web;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.GraphQlAnswer;
import com.acmecorp.platform.database.GraphQlRequest;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * GraphQL over HTTP. Clients that accept {@code application/graphql-response+json} are answered as
 * its specification says. For all others, a request that the database refused is answered with the
 * problem's status and as problem+json; the body still has GraphQL's data and errors, so that
 * GraphQL clients understand it, too.
 */
record GraphQlCall(DatabaseClient database) implements Call {

    private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

    /** What graphql-java calls failures that are no fault of the request. */
    private static final Set<Object> OUR_FAULT =
            Set.of("DataFetchingException", "NullValueInNonNullableField");

    @Override
    public Future<Void> answer(Exchange exchange) {
        JsonObject body = exchange.request().body();
        JsonObject variables =
                Optional.ofNullable(body.getJsonObject("variables")).orElseGet(JsonObject::new);
        return database.forward(new GraphQlRequest(
                        body.getString("query"),
                        variables.getMap(),
                        body.getString("operationName")))
                .compose(answer -> answer(exchange, answer));
    }

    private static Future<Void> answer(Exchange exchange, GraphQlAnswer answer) {
        String accepted = exchange.context().request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(GRAPHQL_RESPONSE)
                ? answerByTheSpecification(exchange, answer)
                : answerWithAProblem(exchange, answer);
    }

    /** A request that failed before it was carried out has no data, and the problem's status. */
    private static Future<Void> answerByTheSpecification(Exchange exchange, GraphQlAnswer answer) {
        List<Map<String, Object>> errors = answer.errors();
        JsonObject body = new JsonObject();
        if (errors != null) {
            body.put("errors", new JsonArray(errors));
        }
        if (answer.data() != null) {
            body.put("data", answer.data());
        }
        int status = answer.data() != null || errors == null || errors.isEmpty()
                ? 200
                : problemIn(errors.getFirst()).kind().status();
        return exchange.answer(status, GRAPHQL_RESPONSE, body);
    }

    private static Future<Void> answerWithAProblem(Exchange exchange, GraphQlAnswer answer) {
        List<Map<String, Object>> errors = answer.errors();
        if (errors == null || errors.isEmpty()) {
            return exchange.answer(new JsonObject().put("data", answer.data()));
        }
        Problem problem = problemIn(errors.getFirst());
        if (problem.kind() == Kind.INTERNAL) {
            return Future.failedFuture(problem.asException());
        }
        JsonObject body = Answers.json(problem, exchange.request().trace())
                .put(
                        "errors",
                        new JsonArray(errors.stream().map(GraphQlCall::readable).toList()));
        if (answer.data() != null) {
            body.put("data", answer.data());
        }
        return Answers.send(exchange.context().response(), problem, body);
    }

    /** An error of GraphQL that also reads like one of a problem. */
    private static JsonObject readable(Map<String, Object> error) {
        Problem problem = problemIn(error);
        return new JsonObject(error)
                .copy()
                .put(
                        "field",
                        problem.errors().isEmpty()
                                ? place(error)
                                : problem.errors().getFirst().field())
                .put("detail", problem.detail());
    }

    /** Where in the request the fault is: at a field that was asked for, or in the query itself. */
    private static String place(Map<String, Object> error) {
        return error.get("path") instanceof List<?> path
                ? path.stream().map(String::valueOf).collect(Collectors.joining("."))
                : "query";
    }

    private static Problem problemIn(Map<String, Object> error) {
        Map<?, ?> extensions = error.get("extensions") instanceof Map<?, ?> map ? map : Map.of();
        if (extensions.get("problem") instanceof Map<?, ?> problem) {
            return EventJson.read(EventJson.write(problem), Problem.class);
        }
        return OUR_FAULT.contains(String.valueOf(extensions.get("classification")))
                ? Problem.of(Kind.INTERNAL, "The failure was recorded; please try again later.")
                : Problem.of(Kind.MALFORMED, String.valueOf(error.get("message")));
    }
}
