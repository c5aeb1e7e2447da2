package com.acmecorp.app.systemtest;

import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the system's database says about customers' orders, many of them in one request. */
final class CustomerRecords {

    private static final int AT_A_TIME = 50;

    private static final String CONSERVATION =
            "{ getConservation { accepted inFlight booked cancelled dead lost } }";

    /** One document for any order numbers: these are its variables. */
    private static final String ORDERS = IntStream.range(0, AT_A_TIME)
                    .mapToObj("$id%d: Long!"::formatted)
                    .collect(Collectors.joining(", ", "query(", ") {"))
            + IntStream.range(0, AT_A_TIME)
                    .mapToObj(n -> """
                    order%1$d: getOrder(id: $id%1$d) { orderId status acceptedAtMs deliveryBookedAtMs }
                    timeline%1$d: getTimeline(id: $id%1$d) { dispatched }
                    payment%1$d: getPayment(orderId: $id%1$d) { provider }
                    ledger%1$d: getLedger(orderId: $id%1$d) { entry }
                    """.formatted(n))
                    .collect(Collectors.joining())
            + "}";

    private final GraphQl database;

    CustomerRecords(GraphQl database) {
        this.database = database;
    }

    /** How all orders of the system add up. */
    record Conservation(
            long accepted, long inFlight, long booked, long cancelled, long dead, long lost) {}

    Future<Conservation> conservation() {
        return database.ask(CONSERVATION, new JsonObject())
                .map(data -> data.getJsonObject("getConservation"))
                .map(sums -> new Conservation(
                        sums.getLong("accepted"),
                        sums.getLong("inFlight"),
                        sums.getLong("booked"),
                        sums.getLong("cancelled"),
                        sums.getLong("dead"),
                        sums.getLong("lost")));
    }

    /** Those of them that are there, by their numbers. */
    Future<Map<Long, CustomerOrder>> orders(List<Long> ids) {
        Map<Long, CustomerOrder> found = new TreeMap<>();
        Future<Void> read = Future.succeededFuture();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
            read = read.compose(before -> readInto(found, some));
        }
        return read.map(all -> found);
    }

    private Future<Void> readInto(Map<Long, CustomerOrder> found, List<Long> ids) {
        List<Long> filled = new ArrayList<>(ids);
        while (filled.size() < AT_A_TIME) {
            filled.add(ids.getLast());
        }
        JsonObject variables = new JsonObject();
        IntStream.range(0, AT_A_TIME).forEach(n -> variables.put("id" + n, filled.get(n)));
        return database.ask(ORDERS, variables)
                .onSuccess(
                        data -> IntStream.range(0, ids.size()).forEach(n -> keep(found, data, n)))
                .mapEmpty();
    }

    private static Journey journey(JsonObject order) {
        return new Journey(
                new OrderId(order.getLong("orderId")),
                order.getLong("acceptedAtMs"),
                order.getLong("deliveryBookedAtMs"));
    }

    private static void keep(Map<Long, CustomerOrder> found, JsonObject data, int n) {
        if (data.getValue("order" + n) instanceof JsonObject order) {
            JsonArray timeline = data.getJsonArray("timeline" + n);
            long dispatched = timeline.stream()
                    .filter(event -> ((JsonObject) event).getBoolean("dispatched"))
                    .count();
            CustomerOrder read = new CustomerOrder(
                    order.getLong("orderId"),
                    order.getString("status"),
                    journey(order),
                    timeline.size(),
                    (int) dispatched,
                    data.getValue("payment" + n) != null,
                    data.getJsonArray("ledger" + n).size());
            found.put(read.orderId(), read);
        }
    }
}
