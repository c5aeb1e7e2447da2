package com.acmecorp.platform.database;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.FieldError;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the answers of the private API's GraphQL call mean to a context. */
final class HttpAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(HttpAnswers.class);
    private static final String PROBLEM = "urn:acme:problem:";
    private static final int UNAUTHORIZED = 401;

    private HttpAnswers() {}

    /**
     * GraphQL's answer: its data, or errors that bring their problem along.
     *
     * @throws ProblemException when the request didn't come as far as GraphQL
     */
    static GraphQlAnswer read(HttpResponse<Buffer> response) {
        JsonObject body = json(response);
        List<Map<String, Object>> errors = objects(body.getJsonArray("errors"))
                .filter(error -> error.containsKey("extensions"))
                .map(JsonObject::getMap)
                .toList();
        JsonObject data = body.getJsonObject("data");
        if (errors.isEmpty() && data == null) {
            throw refusal(response.statusCode(), body).asException();
        }
        return new GraphQlAnswer(
                data == null ? null : data.getMap(), errors.isEmpty() ? null : errors);
    }

    /** Whoever stands between, a load balancer say, may answer something else than JSON. */
    private static JsonObject json(HttpResponse<Buffer> response) {
        try {
            JsonObject body = response.bodyAsJsonObject();
            return body == null ? new JsonObject() : body;
        } catch (DecodeException | ClassCastException e) {
            LOG.debug("no JSON in an answer with status {}", response.statusCode(), e);
            return new JsonObject();
        }
    }

    private static Problem refusal(int status, JsonObject body) {
        if (status == UNAUTHORIZED) {
            LOG.error(
                    "the database's API refuses our key; is database.password its http.privateKey?");
            return Problem.of(Kind.INTERNAL, "The failure was recorded; please try again later.");
        }
        return kind(body.getString("type", ""))
                .map(kind -> new Problem(
                        kind, body.getString("detail", kind.title()), fieldErrors(body)))
                .orElseGet(HttpAnswers::unavailable);
    }

    private static Optional<Kind> kind(String type) {
        return Stream.of(Kind.values())
                .filter(kind -> type.equals(
                        PROBLEM + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst();
    }

    private static List<FieldError> fieldErrors(JsonObject body) {
        return objects(body.getJsonArray("errors"))
                .map(error ->
                        new FieldError(error.getString("field", ""), error.getString("detail", "")))
                .toList();
    }

    /** What a call that wasn't answered means: nobody was there, or didn't answer in time. */
    static ProblemException problem(Throwable failure) {
        if (failure instanceof ProblemException told) {
            return told;
        }
        LOG.debug("no answer from the database", failure);
        return unavailable().asException();
    }

    private static Problem unavailable() {
        return Problem.of(Kind.UNAVAILABLE, "The database can't be reached; please try again.");
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray array) {
        return array == null
                ? Stream.of()
                : array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
