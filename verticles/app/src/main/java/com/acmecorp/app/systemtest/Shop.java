package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The public API, seen from outside. */
final class Shop {

    private static final long ANSWER_TIMEOUT_MS = 30_000;
    /** After these the same request is to be sent again; after any other 503 the order may be there already. */
    private static final Set<Object> TRY_AGAIN =
            Set.of("urn:acme:problem:overloaded", "urn:acme:problem:in-progress");

    /** In place of a status. */
    static final int NO_ANSWER = 0;

    static final int UNAVAILABLE = 503;

    private static final String SECONDS = "\\d{1,9}";
    private static final int SHORTEST_WAIT_MS = 10;
    private static final int LONGEST_WAIT_MS = 5_000;

    private final HttpClient http;
    private final RequestOptions products;
    private final RequestOptions createOrder;
    private final RequestOptions deliveryTimes;
    private final RequestOptions bookDelivery;

    Shop(HttpClient http, String api) {
        this.http = http;
        this.products = to(HttpMethod.GET, api + "/products");
        this.createOrder = to(HttpMethod.POST, api + "/createOrder")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        this.deliveryTimes = to(HttpMethod.GET, api + "/deliveryTimes");
        this.bookDelivery = to(HttpMethod.POST, api + "/bookDelivery")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
    }

    private static RequestOptions to(HttpMethod method, String url) {
        return new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(url)
                .setTimeout(ANSWER_TIMEOUT_MS);
    }

    Future<Catalogue> catalogue() {
        return http.request(products)
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .map(body -> Catalogue.of(body.toJsonObject()));
    }

    /** The delivery times on offer, the soonest first. */
    Future<List<String>> deliveryTimes() {
        return http.request(deliveryTimes)
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .map(body -> body.toJsonObject().getJsonArray("deliveryOptions").stream()
                        .map(String.class::cast)
                        .toList());
    }

    /**
     * Books a delivery time. Ends in success always: the status, {@link #NO_ANSWER}, or {@link #UNAVAILABLE} also where
     * another request for the same order is under way, which may be one of a process that ended.
     */
    Future<Integer> bookDelivery(DeliveryLink link, String time) {
        JsonObject choice = JsonObject.of(
                "orderId", link.orderId(), "token", link.token(), "deliveryTime", time);
        return http.request(bookDelivery)
                .compose(request -> request.send(choice.toBuffer()))
                .compose(response ->
                        response.body().map(body -> status(response.statusCode(), json(body))))
                .otherwise(NO_ANSWER);
    }

    private static int status(int status, JsonObject body) {
        return TRY_AGAIN.contains(body.getValue("type", "")) ? UNAVAILABLE : status;
    }

    /**
     * Places an order. Ends in success always: what went wrong is in the answer.
     *
     * @param key under which asking again is safe, whatever became of the request before
     */
    Future<Answer> createOrder(String key, Buffer form) {
        return http.request(createOrder)
                .compose(request -> request.putHeader("Idempotency-Key", key).send(form))
                .compose(Shop::answer)
                .otherwise(failure -> new Answer.Lost(String.valueOf(failure.getMessage())));
    }

    private static Future<Answer> answer(HttpClientResponse response) {
        String retryAfter = response.getHeader(HttpHeaders.RETRY_AFTER);
        return response.body().map(body -> answer(response.statusCode(), retryAfter, body));
    }

    private static Answer answer(int status, @Nullable String retryAfter, Buffer body) {
        JsonObject json = json(body);
        if (retryAfter != null
                && retryAfter.matches(SECONDS)
                && TRY_AGAIN.contains(json.getValue("type", ""))) {
            return new Answer.TryAgain(bounded(Duration.ofSeconds(Long.parseLong(retryAfter))));
        }
        return status == 200 && json.getValue("orderId") instanceof Number orderId
                ? new Answer.Acknowledged(orderId.longValue())
                : new Answer.Refused(
                        status, String.valueOf(json.getValue("detail", json.encode())));
    }

    private static JsonObject json(Buffer body) {
        try {
            return body.toJsonObject();
        } catch (DecodeException | ClassCastException e) {
            return new JsonObject();
        }
    }

    private static Duration bounded(Duration wish) {
        return Duration.ofMillis(Math.clamp(wish.toMillis(), SHORTEST_WAIT_MS, LONGEST_WAIT_MS));
    }
}
