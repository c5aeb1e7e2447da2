package com.acmecorp.simulators;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A bank: one charge for each key, and none for an order whose money was given back, even before it was taken. */
final class PaymentSimulator {

    private static final String PATH = "/payments";

    private final Stage stage;
    private final Books<Payment> books = new Books<>();

    PaymentSimulator(Stage stage) {
        this.stage = stage;
    }

    /** In the words of the answers. */
    private enum Status {
        PAID,
        DECLINED,
        REFUNDED,
        NONE
    }

    /** What became of a payment. The amount of one that was given back before it was asked for is 0. */
    private record Payment(Status status, long amountMinorUnits, String currency) {

        JsonObject json() {
            return JsonObject.of(
                    "status", status, "amountMinorUnits", amountMinorUnits, "currency", currency);
        }
    }

    void mount(Router router) {
        router.post(PATH).handler(call -> stage.act(Party.PAYMENT, call, this::pay));
        router.get(PATH).handler(call -> Stage.reply(call, Reply.ok(books())));
        router.get(PATH + "/:order").handler(call -> stage.act(Party.PAYMENT, call, this::find));
        router.post(PATH + "/:order/refund")
                .handler(call -> stage.act(Party.PAYMENT, call, this::refund));
    }

    private Reply pay(RoutingContext call) {
        Ask ask = Ask.of(call);
        long amount = ask.required("amountMinorUnits", Long.class);
        String currency = ask.required("currency", String.class);
        Payment payment = books.ask(ask.order(), () -> decide(amount, currency));
        return switch (payment.status()) {
            case PAID ->
                payment.amountMinorUnits() == amount && payment.currency().equals(currency)
                        ? answer(ask.order(), Status.PAID)
                        : Reply.problem(422, "This key was used for another amount.");
            case DECLINED, REFUNDED, NONE -> answer(ask.order(), Status.DECLINED);
        };
    }

    private Payment decide(long amount, String currency) {
        boolean declined = stage.happens(stage.of(Party.PAYMENT).declineShare());
        return new Payment(declined ? Status.DECLINED : Status.PAID, amount, currency);
    }

    private Reply find(RoutingContext call) {
        OrderId order = Ask.orderIn(call);
        Payment payment = books.find(order).orElse(new Payment(Status.NONE, 0, ""));
        Reply found = answer(order, payment.status());
        found.body().mergeIn(payment.json());
        return found;
    }

    private Reply refund(RoutingContext call) {
        OrderId order = Ask.orderIn(call);
        Payment payment = books.find(order).orElse(new Payment(Status.NONE, 0, ""));
        if (payment.status() == Status.PAID
                && stage.happens(stage.of(Party.PAYMENT).refundRefuseShare())) {
            return Reply.problem(422, "We don't give this back.");
        }
        if (payment.status() != Status.DECLINED) {
            books.change(
                    order,
                    new Payment(Status.REFUNDED, payment.amountMinorUnits(), payment.currency()));
        }
        return answer(order, Status.REFUNDED);
    }

    private static Reply answer(OrderId order, Status status) {
        return Reply.ok(JsonObject.of(
                "orderId", order.value(), "status", status, "reference", "simulated-" + order));
    }

    /** The payments, and what is held of customers' money, by currency. */
    private JsonObject books() {
        Map<String, Object> held = new TreeMap<>(books.entries()
                .filter(payment -> payment.status() == Status.PAID)
                .collect(Collectors.groupingBy(
                        Payment::currency, Collectors.summingLong(Payment::amountMinorUnits))));
        return books.json("payments", Payment::json)
                .put("charges", count(Status.PAID) + charged(Status.REFUNDED))
                .put("refunds", charged(Status.REFUNDED))
                .put("declined", count(Status.DECLINED))
                .put("heldMinorUnits", new JsonObject(held));
    }

    private long count(Status status) {
        return books.entries().filter(payment -> payment.status() == status).count();
    }

    /** Of those payments, the ones that were charged at a time. */
    private long charged(Status status) {
        return books.entries()
                .filter(payment ->
                        payment.status() == status && !payment.currency().isEmpty())
                .count();
    }
}
