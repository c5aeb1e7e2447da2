package com.acmecorp.app.torture;

import com.acmecorp.app.torture.ShopDoor.Answer;

import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Customers who order while nothing can be written down: each must be told to come later, and when. Its methods block.
 *
 * @param customers so far
 */
record Refusals(ShopDoor door, AtomicInteger customers) {

    private static final int UNAVAILABLE = 503;
    private static final int SEGMENTS = 3;

    /** The customers of the shop at that URL. */
    Refusals(String url) {
        this(new ShopDoor(HttpClient.newHttpClient(), url), new AtomicInteger());
    }

    /** Lets one customer of each segment order; each answer that isn't such a refusal is a sentence. */
    List<String> missing() {
        return IntStream.range(0, SEGMENTS)
                .mapToObj(next -> order(customers.getAndIncrement()))
                .filter(answer -> answer.status() != UNAVAILABLE || !answer.saysWhen())
                .map(answer -> "an order that can't be written down wasn't refused: " + answer)
                .toList();
    }

    private Answer order(int customer) {
        return door.once(
                "/createOrder",
                "refused-" + customer,
                ErrandShop.form(customer),
                ShopDoor.ANSWER_LIMIT);
    }
}
