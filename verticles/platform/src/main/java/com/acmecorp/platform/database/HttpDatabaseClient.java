package com.acmecorp.platform.database;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;

import java.util.concurrent.TimeUnit;

/**
 * Reaches the database context of another process over its private HTTP API. An operation that may be repeated is, for
 * as long as its time allows: a new server takes an old one's place without its callers noticing.
 */
public final class HttpDatabaseClient implements DatabaseClient {

    private static final int CONNECT_TIMEOUT_MS = 2_000;

    /** Those who lost the same server don't fall upon the next one together. */
    private static final Backoff PAUSES_MS = new Backoff(50, 1_000);

    private final Vertx vertx;
    private final HttpRequest<Buffer> call;
    private final long timeoutMs;

    /**
     * A client of that API.
     *
     * @param url of the GraphQL call, such as {@code http://database.acme.internal:8081/database}
     * @param key of the private API; empty: none is demanded
     * @param connections kept at most
     * @param timeoutMs after which an operation that wasn't answered has failed, repetitions included
     */
    public HttpDatabaseClient(
            Vertx vertx, String url, String key, int connections, long timeoutMs) {
        RequestOptions request =
                new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url);
        this.vertx = vertx;
        this.timeoutMs = timeoutMs;
        HttpRequest<Buffer> plain = client(vertx, connections)
                .request(HttpMethod.POST, request)
                .putHeader("Accept", "application/json");
        this.call = key.isEmpty() ? plain : plain.bearerTokenAuthentication(key);
    }

    private static WebClient client(Vertx vertx, int connections) {
        HttpClientOptions http = new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setDecompressionSupported(false);
        return WebClient.wrap(
                vertx.httpClientBuilder()
                        .with(http)
                        .with(new PoolOptions().setHttp1MaxSize(connections))
                        .build(),
                new WebClientOptions().setFollowRedirects(false));
    }

    @Override
    public Future<JsonObject> execute(Operation operation, JsonObject variables) {
        JsonObject body =
                new JsonObject().put("query", operation.document()).put("variables", variables);
        Future<GraphQlAnswer> answer = operation.repeatable()
                ? attempt(body, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs), 1)
                : send(body, timeoutMs);
        return answer.recover(DatabaseAway::explained).compose(GraphQlAnswer::result);
    }

    @Override
    public Future<GraphQlAnswer> forward(GraphQlRequest request) {
        return send(JsonObject.mapFrom(request), timeoutMs);
    }

    private Future<GraphQlAnswer> attempt(JsonObject body, long deadlineNanos, int attempt) {
        return send(body, Math.max(1, leftMs(deadlineNanos))).recover(failure -> {
            long pauseMs = 1 + PAUSES_MS.after(attempt);
            return isAway(failure) && pauseMs < leftMs(deadlineNanos)
                    ? vertx.timer(pauseMs)
                            .compose(passed -> attempt(body, deadlineNanos, attempt + 1))
                    : Future.failedFuture(failure);
        });
    }

    private static long leftMs(long deadlineNanos) {
        return TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException told
                && told.problem().kind() == Kind.UNAVAILABLE;
    }

    /** Every failure is a {@link ProblemException}. The call's own limit begins anew once it has a connection. */
    private Future<GraphQlAnswer> send(JsonObject body, long withinMs) {
        return call.copy()
                .timeout(withinMs)
                .sendJsonObject(body)
                .timeout(withinMs, TimeUnit.MILLISECONDS)
                .map(HttpAnswers::read)
                .recover(failure -> Future.failedFuture(HttpAnswers.problem(failure)));
    }
}
