package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentResult.Paid;

import io.vertx.core.Future;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The providers by name; none is waited for longer than it is given. */
public final class PaymentProviders {

    private final Map<String, PaymentProvider> providers;
    private final long timeoutMs;

    /**
     * These providers.
     *
     * @param timeoutMs after which one that hasn't answered has failed
     */
    public PaymentProviders(Stream<? extends PaymentProvider> providers, long timeoutMs) {
        this.timeoutMs = timeoutMs;
        this.providers = providers.collect(
                Collectors.toUnmodifiableMap(PaymentProvider::name, Function.identity()));
    }

    /** Charges an order's amount; see {@link PaymentProvider#pay}. */
    public Future<PaymentResult> pay(String provider, OrderId order, Money amount) {
        return ask(provider, bank -> bank.pay(order, amount));
    }

    /** What the provider holds for an order; see {@link PaymentProvider#find}. */
    public Future<Optional<Paid>> find(String provider, OrderId order) {
        return ask(provider, bank -> bank.find(order));
    }

    /** Gives an order's money back; see {@link PaymentProvider#refund}. */
    public Future<Void> refund(String provider, OrderId order) {
        return ask(provider, bank -> bank.refund(order));
    }

    private <T> Future<T> ask(String name, Function<PaymentProvider, Future<T>> question) {
        PaymentProvider provider = providers.get(name);
        return provider == null
                ? Future.failedFuture("no payment provider is called " + name)
                : question.apply(provider).timeout(timeoutMs, TimeUnit.MILLISECONDS);
    }
}
