package com.acmecorp.app.torture;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The public API as a customer's browser uses it, who asks again while the shop says "not now" or nothing at all. Its
 * methods block, so each customer has a thread.
 *
 * @param http shared by all customers
 * @param url before each path, without a slash at its end
 */
record ShopDoor(HttpClient http, String url) {

    static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);

    /** A bank whose answers get lost is asked 10, 20 and 40 s later what it did, and until then the shop says "not now". */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String IN_PROGRESS = "urn:acme:problem:in-progress";
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /**
     * What the shop said.
     *
     * @param status 0 where no answer came
     * @param saysWhen whether it has a Retry-After
     */
    record Answer(int status, boolean saysWhen, JsonObject body) {

        private static final Answer NONE = new Answer(0, false, new JsonObject());

        boolean isOk() {
            return status == OK;
        }

        /** Whether the same call may have another answer a moment later. */
        boolean isNotNow() {
            return status == 0
                    || status == TOO_MANY
                    || status >= SERVER_ERROR
                    || IN_PROGRESS.equals(body.getValue("type"));
        }
    }

    /** Asks until the shop says yes, or a no that stays. */
    Answer ask(String path, String key, JsonObject body) {
        return until(() -> once(path, key, body, ANSWER_LIMIT), answer -> !answer.isNotNow());
    }

    /** Asks again until an answer is as it must become; the last one where it doesn't in time. */
    Answer until(Supplier<Answer> question, Predicate<Answer> isEnough) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Answer answer = question.get();
        while (!isEnough.test(answer) && System.nanoTime() < deadline) {
            Waiting.pass(BEFORE_ASKING_AGAIN);
            answer = question.get();
        }
        return answer;
    }

    /**
     * Asks once.
     *
     * @param key of idempotency; empty: none
     * @param limit after which nobody waits for the answer any more
     */
    Answer once(String path, String key, JsonObject body, Duration limit) {
        HttpRequest.Builder request = to(path).timeout(limit)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode()));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    Answer get(String path) {
        return until(
                () -> send(to(path).timeout(ANSWER_LIMIT).GET()), answer -> !answer.isNotNow());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").isPresent(),
                    json(response.body()));
        } catch (IOException e) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static JsonObject json(String body) {
        try {
            return new JsonObject(body);
        } catch (DecodeException e) {
            return new JsonObject();
        }
    }
}
