package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Witness;

import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The payment providers, played in this process. Its methods block. */
record Bank(PlayedParties parties) implements Witness, AutoCloseable {

    private static final String NO_GOODS_COME_LATER = "http://127.0.0.1:1/nobody";

    static Bank open() {
        return new Bank(PlayedParties.open(NO_GOODS_COME_LATER));
    }

    /** From now on each call is worked on and not answered, or all is well. */
    void hangs(boolean now) {
        parties.behave("payment", now ? JsonObject.of("hangShare", 1) : new JsonObject());
    }

    /** Each order that is paid upfront must be charged, and the bank must hold nothing else. */
    @Override
    public List<String> differences(Map<Long, Boolean> paidUpfront) {
        Set<Long> missing = paidUpfront.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Long> surplus = charged();
        missing.removeIf(surplus::remove);
        List<String> differences = new ArrayList<>();
        missing.forEach(
                order -> differences.add("order " + order + ": the provider has no charge for it"));
        surplus.forEach(order -> differences.add("order " + order
                + ": the provider has charged it, but it isn't one that was to be paid"));
        return differences;
    }

    /** The orders whose money the bank holds; it keeps one charge for each at most. */
    private Set<Long> charged() {
        return parties.books("payments").getJsonArray("payments").stream()
                .map(JsonObject.class::cast)
                .filter(payment -> payment.getString("status").equals("PAID"))
                .map(payment -> payment.getLong("orderId"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        parties.close();
    }
}
