package com.acmecorp.app.torture;

import com.acmecorp.app.torture.Errand.ErrandFailure;
import com.acmecorp.app.torture.ErrandShop.Placed;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** The errands after which a shop and its third parties might hold different things. */
final class PartyErrands {

    private static final int ONE_WITHOUT_KEY_IN = 5;

    private static final int ONE_OF_FOUR = 4;
    private static final int SHORTEST_WAIT_MS = 5;
    private static final int LONGEST_WAIT_MS = 250;

    private PartyErrands() {}

    /** Ends with a booked delivery, or for one customer in four with a cancellation. */
    static void bookOrCancel(ErrandShop shop, int number) {
        Placed order = shop.buy(key(number), ErrandShop.form(number));
        if (number % ONE_OF_FOUR == 0) {
            shop.cancel(order);
            return;
        }
        List<String> times = shop.deliveryTimes();
        Collections.shuffle(times, new Random(number));
        if (times.stream().noneMatch(time -> shop.book(order, time).isOk())) {
            throw new ErrandFailure(
                    "order %d: no delivery time could be booked".formatted(order.orderId()));
        }
    }

    /**
     * Ends with a cancellation. Some order without a key at first: where the shop never hears whether the bank charged
     * them, there is no order, and the charge goes back.
     */
    static void cancel(ErrandShop shop, int number) {
        JsonObject form = ErrandShop.form(number);
        Placed order = number % ONE_WITHOUT_KEY_IN == 0
                ? shop.tryToBuy(form).orElseGet(() -> shop.buy(key(number), form))
                : shop.buy(key(number), form);
        shop.cancel(order);
    }

    /** The delivery page is open twice, and another time is chosen in each at the same moment; both times twice. */
    static void bookInTwoTabs(ErrandShop shop, int number) {
        Placed order = shop.buy(key(number), ErrandShop.form(number));
        List<String> times = shop.deliveryTimes();
        Random random = new Random(number);
        shop.await(order, "deliveryUrl");
        for (int visit = 0; visit < 2; visit++) {
            String here = any(times, random);
            String there = any(times, random);
            CompletableFuture<Void> otherTab = CompletableFuture.runAsync(
                    () -> shop.book(order, there), Thread::startVirtualThread);
            shop.book(order, here);
            otherTab.join();
        }
    }

    /** The answer to an order is lost; the customer moves house meanwhile and sends the form again. */
    static void orderWithoutAnAnswer(ErrandShop shop, int number) {
        JsonObject form = ErrandShop.form(number);
        int waitMs = new Random(number).nextInt(SHORTEST_WAIT_MS, LONGEST_WAIT_MS);
        shop.send(key(number), form, Duration.ofMillis(waitMs));
        shop.findOrBuy(key(number), form.copy().put("street", number + " Bracken Street"));
    }

    private static String key(int number) {
        return "errand-" + number;
    }

    private static String any(List<String> times, Random random) {
        return times.get(random.nextInt(times.size()));
    }
}
