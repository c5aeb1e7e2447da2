package com.acmecorp.order.payment;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.admission.Pressure;
import com.acmecorp.platform.figures.Figure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

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
    private final Pressure pressure;
    private final Figures figures;

    /**
     * These providers.
     *
     * @param timeoutMs after which one that hasn't answered has failed
     */
    public PaymentProviders(Stream<? extends PaymentProvider> providers, long timeoutMs) {
        this(providers, timeoutMs, new Pressure(), new Figures());
    }

    /**
     * These providers.
     *
     * @param timeoutMs after which one that hasn't answered has failed
     * @param pressure is told of the orders that wait for one of them
     * @param figures count what they say
     */
    public PaymentProviders(
            Stream<? extends PaymentProvider> providers,
            long timeoutMs,
            Pressure pressure,
            Figures figures) {
        this.timeoutMs = timeoutMs;
        this.figures = figures;
        this.pressure = pressure;
        this.providers = providers.collect(
                Collectors.toUnmodifiableMap(PaymentProvider::name, Function.identity()));
    }

    /** Charges an order's amount; see {@link PaymentProvider#pay}. */
    public Future<PaymentResult> pay(String provider, OrderId order, Money amount) {
        return pressure.withOthers(() -> ask(provider, bank -> bank.pay(order, amount)))
                .onSuccess(this::count);
    }

    private void count(PaymentResult result) {
        figures.count(
                switch (result) {
                    case Paid _ -> Figure.PAYMENTS_PAID;
                    case Declined _ -> Figure.PAYMENTS_DECLINED;
                });
    }

    /** What the provider holds for an order; see {@link PaymentProvider#find}. */
    public Future<Optional<Paid>> find(String provider, OrderId order) {
        return ask(provider, bank -> bank.find(order));
    }

    /**
     * Has an order's money given back; see {@link PaymentProvider#refund}. A provider that refuses is asked what it holds:
     * it may have given the money back before, and its answer got lost. A 409 says so, but only its books are believed.
     *
     * @return fails when the provider couldn't be asked
     */
    public Future<GivenBack> giveBack(String provider, OrderId order) {
        return ask(provider, bank -> bank.refund(order))
                .map(GivenBack.DONE)
                .recover(failure -> isRefusal(failure)
                        ? afterRefusal(provider, order, failure)
                        : Future.failedFuture(failure));
    }

    private Future<GivenBack> afterRefusal(String provider, OrderId order, Throwable refusal) {
        String said =
                refusal instanceof ProblemException problem ? problem.problem().detail() : "";
        return find(provider, order)
                .map(held -> held.isPresent() ? new GivenBack(said, true) : GivenBack.DONE)
                .recover(failure -> isRefusal(failure)
                        ? Future.succeededFuture(new GivenBack(said, false))
                        : Future.failedFuture(failure));
    }

    /** A refusal is final: asked again, the provider would say the same. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.problem().kind() == Kind.PARTY_REFUSED
                        || problem.problem().kind() == Kind.CONFLICT);
    }

    /** What the provider has in its books; see {@link PaymentProvider#holds}. One that is no more can't tell. */
    public Future<HeldPayment> holds(String provider, OrderId order) {
        return providers.containsKey(provider)
                ? ask(provider, bank -> bank.holds(order))
                : Future.succeededFuture(new HeldPayment.Unknown());
    }

    private <T> Future<T> ask(String name, Function<PaymentProvider, Future<T>> question) {
        PaymentProvider provider = providers.get(name);
        return provider == null
                ? Future.failedFuture("no payment provider is called " + name)
                : question.apply(provider).timeout(timeoutMs, TimeUnit.MILLISECONDS);
    }
}
