package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.party.PartyAnswer;
import com.acmecorp.platform.party.PartyCall;
import com.acmecorp.platform.party.PartyClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.Optional;

/**
 * A bank with an HTTP API. It repeats nothing: a call that wasn't answered may have charged, so whoever asked finds out
 * or gives the money back.
 */
public final class HttpPaymentProvider implements PaymentProvider {

    private final String name;
    private final PartyClient bank;

    public HttpPaymentProvider(String name, PartyClient bank) {
        this.name = name;
        this.bank = bank;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Future<PaymentResult> pay(OrderId order, Money amount) {
        JsonObject charge = JsonObject.of(
                "orderId", order.value(),
                "amountMinorUnits", amount.minorUnits(),
                "currency", amount.currency().getCurrencyCode());
        return bank.send(PartyCall.post("/payments", order).with(charge))
                .map(HttpPaymentProvider::decision);
    }

    private static PaymentResult decision(PartyAnswer answer) {
        return switch (answer.text("status")) {
            case "PAID" -> new Paid(answer.text("reference"));
            case "DECLINED" -> new Declined();
            default -> throw answer.notUnderstood("status PAID or DECLINED");
        };
    }

    /** A payment that the bank doesn't know is status NONE and not 404, which a wrong address would answer, too. */
    @Override
    public Future<Optional<Paid>> find(OrderId order) {
        return bank.send(PartyCall.get(payment(order))).map(HttpPaymentProvider::held);
    }

    private static Optional<Paid> held(PartyAnswer answer) {
        return switch (answer.text("status")) {
            case "PAID" -> Optional.of(new Paid(answer.text("reference")));
            case "DECLINED", "REFUNDED", "NONE" -> Optional.empty();
            default -> throw answer.notUnderstood("status PAID, DECLINED, REFUNDED or NONE");
        };
    }

    @Override
    public Future<HeldPayment> holds(OrderId order) {
        return bank.send(PartyCall.get(payment(order))).map(HttpPaymentProvider::inBooks);
    }

    private static HeldPayment inBooks(PartyAnswer answer) {
        return switch (answer.text("status")) {
            case "PAID" -> new HeldPayment.Charged(amount(answer));
            case "REFUNDED" -> new HeldPayment.GivenBack();
            case "DECLINED", "NONE" -> new HeldPayment.None();
            default -> throw answer.notUnderstood("status PAID, DECLINED, REFUNDED or NONE");
        };
    }

    /** Null where the bank doesn't tell. */
    private static @Nullable Money amount(PartyAnswer answer) {
        return answer.body().containsKey("amountMinorUnits")
                ? new Money(
                        answer.number("amountMinorUnits"),
                        Currency.getInstance(answer.text("currency")))
                : null;
    }

    @Override
    public Future<Void> refund(OrderId order) {
        return bank.send(PartyCall.post(payment(order) + "/refund", order))
                .map(HttpPaymentProvider::givenBack)
                .mapEmpty();
    }

    private static PartyAnswer givenBack(PartyAnswer answer) {
        if (!answer.text("status").equals("REFUNDED")) {
            throw answer.notUnderstood("status REFUNDED");
        }
        return answer;
    }

    private static String payment(OrderId order) {
        return "/payments/" + order;
    }
}
