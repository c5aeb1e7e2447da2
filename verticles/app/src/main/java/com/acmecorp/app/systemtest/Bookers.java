package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Customers who got their link and choose a delivery time, each one, and ask again as long as nobody answers. */
final class Bookers {

    private static final int OK = 200;
    private static final Set<Integer> ASK_AGAIN = Set.of(Shop.NO_ANSWER, 429, Shop.UNAVAILABLE);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(500);

    private final Vertx vertx;
    private final Shop shop;
    private final List<String> times;
    private final Random random;
    private final Duration patience;
    private final List<String> failures = new ArrayList<>();
    private int booked;

    /**
     * Bookers on one event loop.
     *
     * @param times that they choose from
     * @param patience for which one asks again
     */
    Bookers(Vertx vertx, Shop shop, List<String> times, Random random, Duration patience) {
        this.vertx = vertx;
        this.shop = shop;
        this.times = List.copyOf(times);
        this.random = random;
        this.patience = patience;
    }

    int booked() {
        return booked;
    }

    /** Bookings that came to nothing, each a sentence. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** One more customer chooses a time, and stays with it: to book the same one again is no change. */
    void choose(DeliveryLink link) {
        String time = times.get(random.nextInt(times.size()));
        book(link, time, System.nanoTime() + patience.toNanos())
                .onSuccess(status -> note(link, status))
                .onFailure(bug -> failures.add("order %d: %s".formatted(link.orderId(), bug)));
    }

    private Future<Integer> book(DeliveryLink link, String time, long giveUpAt) {
        return shop.bookDelivery(link, time)
                .compose(status -> ASK_AGAIN.contains(status) && System.nanoTime() < giveUpAt
                        ? bookAgain(link, time, giveUpAt)
                        : Future.succeededFuture(status));
    }

    private Future<Integer> bookAgain(DeliveryLink link, String time, long giveUpAt) {
        return vertx.timer(BEFORE_ASKING_AGAIN.toMillis(), TimeUnit.MILLISECONDS)
                .compose(waited -> book(link, time, giveUpAt));
    }

    private void note(DeliveryLink link, int status) {
        if (status == OK) {
            booked++;
        } else {
            failures.add("order %d: its delivery wasn't booked but answered with %d"
                    .formatted(link.orderId(), status));
        }
    }
}
