package com.acmecorp.platform.party;

import com.acmecorp.platform.health.HealthChecks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.TimeUnit;

/**
 * The one way to call a third party over HTTP. It never repeats a call: where the journal drives the step, the journal
 * does that, with its own pauses and its own limit; elsewhere a person or a reconciler decides.
 *
 * <p>It builds on the core's HTTP client rather than on the web client, because a call that takes too long, or an
 * answer that is too long, must be cut off in the middle, lest it keep its connection from the others.
 */
public final class PartyClient {

    private static final String ARTICLE = "the ";
    private static final Logger LOG = LoggerFactory.getLogger(PartyClient.class);
    private static final int MOST_WAITING = 1_000;

    private final HttpClient http;
    private final PartyConfig config;
    private final Answers answers;
    private final Breaker breaker;

    private PartyClient(Vertx vertx, String party, PartyConfig config) {
        this.config = config;
        this.answers = new Answers(party);
        this.breaker = new Breaker(vertx, party, config.limits());
        this.http = vertx.httpClientBuilder()
                .with(new HttpClientOptions().setConnectTimeout(config.limits().connectTimeoutMs()))
                .with(new PoolOptions()
                        .setHttp1MaxSize(config.limits().connections())
                        .setMaxWaitQueueSize(MOST_WAITING))
                .build();
    }

    /**
     * A client whose party's health is told from now on, as a part that is called like the party.
     *
     * @param party as sentences call it, such as {@code the stockist} or a name
     */
    public static PartyClient of(
            Vertx vertx, HealthChecks health, String party, PartyConfig config) {
        PartyClient client = new PartyClient(vertx, party, config);
        health.offer(
                        party.startsWith(ARTICLE) ? party.substring(ARTICLE.length()) : party,
                        client.breaker::health)
                .onFailure(e -> LOG.error("nobody can be told of the health of {}", party, e));
        return client;
    }

    /**
     * Calls the party once.
     *
     * @return its answer, whose status is 2xx. Every failure is a
     *     {@link com.acmecorp.platform.problem.ProblemException}: PARTY_AWAY where it wasn't asked (no connection, or it
     *     is left alone because it failed again and again); UNAVAILABLE where nobody knows what was done (no answer, or
     *     none that is understood; statuses 408, 425, 429 and 5xx); CONFLICT (409) and PARTY_REFUSED (any other status)
     *     are final
     */
    public Future<PartyAnswer> send(PartyCall call) {
        return breaker.guard(call.order(), () -> exchange(call), answers::away);
    }

    private Future<PartyAnswer> exchange(PartyCall call) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.timeoutMs());
        return http.request(options(call))
                .recover(failure -> Future.failedFuture(answers.away(call, failure)))
                .compose(request -> converse(request, call, deadline));
    }

    private Future<PartyAnswer> converse(HttpClientRequest request, PartyCall call, long deadline) {
        long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        Buffer body = call.body() == null ? Buffer.buffer() : call.body().toBuffer();
        return request.send(body)
                .compose(answers::take)
                .timeout(Math.max(1, leftMs), TimeUnit.MILLISECONDS)
                .onFailure(lost -> cut(request))
                .map(raw -> answers.understand(call, raw))
                .recover(failure -> Future.failedFuture(answers.lost(call, failure)));
    }

    private static void cut(HttpClientRequest request) {
        request.reset().onFailure(gone -> LOG.debug("was cut already", gone));
    }

    private RequestOptions options(PartyCall call) {
        RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setAbsoluteURI(config.url() + call.path())
                .setConnectTimeout(Math.min(config.limits().connectTimeoutMs(), config.timeoutMs()))
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        if (call.body() != null) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        if (call.order() != null) {
            options.putHeader("Idempotency-Key", call.order().toString());
        }
        if (call.trace() != null) {
            options.putHeader("traceparent", call.trace().value());
        }
        if (call.fencingToken() != null) {
            options.putHeader("Fencing-Token", call.fencingToken().toString());
        }
        return config.key().isEmpty()
                ? options
                : options.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + config.key());
    }
}
