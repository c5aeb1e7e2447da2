package com.acmecorp.order;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.Settlement.Invoice;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.order.payment.PaymentProvider;
import com.acmecorp.order.payment.PaymentResult;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settles orders, each segment's in its own way. */
final class Payments {

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    private final Map<String, PaymentProvider> providers;
    private final long timeoutMs;

    /**
     * Payments at those providers.
     *
     * @param timeoutMs after which a provider that hasn't answered has failed
     */
    Payments(Stream<? extends PaymentProvider> providers, long timeoutMs) {
        this.timeoutMs = timeoutMs;
        this.providers = providers.collect(
                Collectors.toUnmodifiableMap(PaymentProvider::name, Function.identity()));
    }

    /** A charge that was made, for the journal. */
    record Charge(String provider, String reference, Money amount) {}

    /**
     * Takes an order's money, where its segment pays upfront.
     *
     * @return the charge, or empty where an invoice will be sent; fails with PAYMENT_DECLINED or UNAVAILABLE
     */
    Future<Optional<Charge>> settle(OrderId id, OrderRequest order, Segment segment) {
        return switch (segment.settlement()) {
            case Invoice _ -> Future.succeededFuture(Optional.empty());
            case PayUpfront upfront ->
                charge(
                        provider(upfront.provider()),
                        id,
                        segment.market().localPrice(order.totalPrice()));
        };
    }

    /** Gives the money back of an order that was not accepted after all. Nobody waits for it. */
    void giveBack(OrderId id, Charge charge) {
        giveBack(id, provider(charge.provider()));
    }

    private void giveBack(OrderId id, PaymentProvider provider) {
        provider.refund(id)
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .onSuccess(back -> note(LOG.atWarn(), id, provider)
                        .log("no order, so its payment was given back"))
                .onFailure(failure -> note(LOG.atError(), id, provider)
                        .setCause(failure)
                        .log("no order, but its payment could not be given back: a person must"));
    }

    private static LoggingEventBuilder note(
            LoggingEventBuilder line, OrderId id, PaymentProvider provider) {
        return line.addKeyValue("orderId", id).addKeyValue("provider", provider.name());
    }

    private Future<Optional<Charge>> charge(PaymentProvider provider, OrderId id, Money amount) {
        return provider.pay(id, amount)
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .recover(failure -> unavailable(provider, id, failure))
                .compose(result -> accepted(provider, amount, result));
    }

    private static Future<Optional<Charge>> accepted(
            PaymentProvider provider, Money amount, PaymentResult result) {
        return switch (result) {
            case Paid paid ->
                Future.succeededFuture(
                        Optional.of(new Charge(provider.name(), paid.reference(), amount)));
            case Declined _ ->
                Future.failedFuture(Problem.of(
                                Kind.PAYMENT_DECLINED,
                                provider.name() + " declined the payment of " + amount
                                        + "; nothing was charged and no order was placed.")
                        .asException());
        };
    }

    /** Where the provider didn't answer, it may have charged all the same. */
    private Future<PaymentResult> unavailable(
            PaymentProvider provider, OrderId id, Throwable failure) {
        note(LOG.atWarn(), id, provider).setCause(failure).log("payment provider not available");
        giveBack(id, provider);
        return Future.failedFuture(Problem.of(
                        Kind.UNAVAILABLE,
                        provider.name()
                                + " can't be reached right now; no order was placed. Please try again shortly.")
                .asException());
    }

    private PaymentProvider provider(String name) {
        PaymentProvider provider = providers.get(name);
        if (provider == null) {
            throw new IllegalStateException("no payment provider is called " + name);
        }
        return provider;
    }
}
