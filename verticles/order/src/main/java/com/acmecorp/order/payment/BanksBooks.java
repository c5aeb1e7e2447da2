package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.party.PartyBooks;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The payment providers' books, compared with ours: each order that was paid is charged with its amount, and the money of
 * each that was cancelled is back.
 *
 * @param isComparable of a provider's name, whether its books are worth a comparison
 */
public record BanksBooks(PaymentProviders providers, Predicate<String> isComparable)
        implements PartyBooks {

    public static final Operation QUERY =
            PartyBooks.reading("status refundRefused payment { provider amount currency }");

    private static final String NOT_BACK =
            "Give the money back at the provider, or replay the order's dead letters.";
    private static final String NOT_HELD =
            "Ask the provider what became of the money before this order is delivered.";

    @Override
    public String party() {
        return "the payment provider";
    }

    @Override
    public Operation query() {
        return QUERY;
    }

    /** An order that is invoiced has no provider to ask. */
    @Override
    public Future<Optional<Difference>> compare(OrderId order, JsonObject ours) {
        @Nullable JsonObject payment = ours.getJsonObject("payment");
        if (payment == null || !isComparable.test(payment.getString("provider"))) {
            return Future.succeededFuture(Optional.empty());
        }
        boolean cancelled = ours.getString("status").equals("CANCELLED");
        return providers
                .holds(payment.getString("provider"), order)
                .map(held -> cancelled ? notBack(ours, payment, held) : notHeld(payment, held));
    }

    /** A refund that is known to be refused has an alert of its own. */
    private static Optional<Difference> notBack(
            JsonObject ours, JsonObject payment, HeldPayment held) {
        return held instanceof HeldPayment.Charged && !ours.getBoolean("refundRefused", false)
                ? Optional.of(new Difference(
                        "cancelled, so that %s goes back".formatted(amount(payment)),
                        words(payment, held),
                        NOT_BACK))
                : Optional.empty();
    }

    private static Optional<Difference> notHeld(JsonObject payment, HeldPayment held) {
        boolean agrees = switch (held) {
            case HeldPayment.Charged charged ->
                charged.amount() == null || charged.amount().equals(amount(payment));
            case HeldPayment.Unknown _ -> true;
            case HeldPayment.GivenBack _, HeldPayment.None _ -> false;
        };
        return agrees
                ? Optional.empty()
                : Optional.of(new Difference(
                        "paid with " + amount(payment), words(payment, held), NOT_HELD));
    }

    private static Money amount(JsonObject payment) {
        return new Money(
                payment.getLong("amount"), Currency.getInstance(payment.getString("currency")));
    }

    private static String words(JsonObject payment, HeldPayment held) {
        String what = switch (held) {
            case HeldPayment.Charged charged ->
                "holds " + (charged.amount() == null ? "the money" : charged.amount());
            case HeldPayment.GivenBack _ -> "gave the money back";
            case HeldPayment.None _ -> "holds nothing";
            case HeldPayment.Unknown _ -> "can't tell";
        };
        return payment.getString("provider") + " " + what;
    }
}
