package com.acmecorp.app.torture;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who order while nothing can be written down: each must be told to come later, and when. Its methods block.
 *
 * @param url of the shop, without a slash at its end
 * @param customers so far
 */
record Refusals(HttpClient http, String url, AtomicInteger customers) {

    private static final int UNAVAILABLE = 503;
    private static final int SEGMENTS = 3;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    Refusals(String url) {
        this(HttpClient.newHttpClient(), url, new AtomicInteger());
    }

    /** Lets one customer of each segment order; each answer that isn't such a refusal is a sentence. */
    List<String> missing() {
        List<String> differences = new ArrayList<>();
        for (int n = 0; n < SEGMENTS; n++) {
            differences.addAll(missing(customers.getAndIncrement()));
        }
        return differences;
    }

    private List<String> missing(int customer) {
        HttpRequest order = HttpRequest.newBuilder(URI.create(url + "/createOrder"))
                .timeout(ANSWER_LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "refused-" + customer)
                .POST(BodyPublishers.ofString(ErrandShop.form(customer).encode()))
                .build();
        try {
            HttpResponse<String> answer = http.send(order, BodyHandlers.ofString());
            return answer.statusCode() == UNAVAILABLE
                            && answer.headers().firstValue("Retry-After").isPresent()
                    ? List.of()
                    : List.of("an order that can't be written down was answered with %d %s %s"
                            .formatted(
                                    answer.statusCode(),
                                    answer.headers().map().keySet(),
                                    answer.body()));
        } catch (IOException e) {
            return List.of("an order that can't be written down had no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
