package com.acmecorp.app.torture;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what a shop holds of its orders with the books of its third parties, as somebody does who trusts neither. It
 * shares nothing with the comparison that the shop makes itself.
 */
record PartiesVerdict(HeldByShop shop, PlayedParties parties) {

    private static final String CANCELLED = "CANCELLED";

    /**
     * How they differ, each a sentence.
     *
     * @param customers of whom each has one order
     */
    List<String> differences(int customers) {
        Map<Long, JsonObject> orders = shop.orders();
        List<String> differences = new ArrayList<>();
        if (orders.size() != customers) {
            differences.add("%d customers have %d orders".formatted(customers, orders.size()));
        }
        compare("bank", orders, charges(orders), PartiesVerdict::money, differences);
        compare("stockist", orders, books("requests"), PartiesVerdict::goods, differences);
        compare("bookkeeper", orders, books("entries"), PartiesVerdict::sale, differences);
        compare("carrier", orders, books("reservations"), PartiesVerdict::delivery, differences);
        return differences;
    }

    /** What both have to say of an order: of us and of them, in the same words where they agree. */
    private record Pair(String ours, String theirs) {}

    @FunctionalInterface
    private interface Rule {

        /**
         * What both say.
         *
         * @param order empty where we don't know it
         * @param line empty where they don't know it
         */
        Pair of(JsonObject order, JsonObject line);
    }

    private static void compare(
            String party,
            Map<Long, JsonObject> orders,
            Map<Long, JsonObject> books,
            Rule rule,
            List<String> differences) {
        TreeSet<Long> all = new TreeSet<>(orders.keySet());
        all.addAll(books.keySet());
        for (Long order : all) {
            Pair pair = rule.of(
                    orders.getOrDefault(order, new JsonObject()),
                    books.getOrDefault(order, new JsonObject()));
            if (!pair.ours().equals(pair.theirs())) {
                differences.add("order %d: the shop holds %s, the %s holds %s"
                        .formatted(order, pair.ours(), party, pair.theirs()));
            }
        }
    }

    /** Without those that there is no order for, and that went back by hand: the bank holds them still. */
    private Map<Long, JsonObject> charges(Map<Long, JsonObject> orders) {
        Map<Long, JsonObject> charges = books("payments");
        charges.entrySet()
                .removeIf(charge -> !orders.containsKey(charge.getKey())
                        && isHeld(charge.getValue())
                        && shop.gaveBackByHand(charge.getKey()));
        return charges;
    }

    private Map<Long, JsonObject> books(String name) {
        Map<Long, JsonObject> lines = new TreeMap<>();
        parties.books(name).getJsonArray(name).stream()
                .map(JsonObject.class::cast)
                .forEach(line -> lines.put(line.getLong("orderId"), line));
        return lines;
    }

    /** Where the bank refused to give a charge back, it holds that still, even if the customer got it by hand. */
    private static Pair money(JsonObject order, JsonObject line) {
        JsonObject payment = order.getJsonObject("payment");
        boolean goesBack = isCancelled(order) && !order.getBoolean("refundRefused", false);
        String ours = payment == null || goesBack ? "no money" : amount(payment, "amount");
        String theirs = isHeld(line) ? amount(line, "amountMinorUnits") : "no money";
        return new Pair(ours, theirs);
    }

    private static boolean isHeld(JsonObject charge) {
        return "PAID".equals(charge.getString("status"));
    }

    private static String amount(JsonObject money, String field) {
        return money.getLong(field) + " " + money.getString("currency");
    }

    private static Pair goods(JsonObject order, JsonObject line) {
        String status = line.getString("status", "");
        boolean sent = status.equals("DELIVERED") || status.equals("LATER");
        boolean wanted = !order.isEmpty() && !isCancelled(order);
        return new Pair(wanted ? "goods" : "no goods", sent ? "goods" : "no goods");
    }

    private static Pair sale(JsonObject order, JsonObject line) {
        boolean counts = !line.isEmpty() && !line.getBoolean("reversed");
        Long cents = order.getLong("saleCents");
        boolean sold = cents != null && !order.getBoolean("reversed");
        return new Pair(
                sold ? cents + " cents" : "no sale",
                counts ? line.getLong("totalUsdCents") + " cents" : "no sale");
    }

    private static Pair delivery(JsonObject order, JsonObject line) {
        String booked = isCancelled(order) ? null : order.getString("deliveryTime");
        return new Pair(time(booked), time(line.getString("slot")));
    }

    private static String time(@Nullable String slot) {
        return slot == null ? "no delivery" : "a delivery at " + slot;
    }

    private static boolean isCancelled(JsonObject order) {
        return CANCELLED.equals(order.getString("status"));
    }
}
