package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.acmecorp.events.Markets;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.Payments.Charge;
import com.acmecorp.order.payment.PaymentResult;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;

class PaymentsTest {

    private static final OrderId ID = new OrderId(86_757);

    private final ScriptedProvider us = new ScriptedProvider("Blank of America");
    private final ScriptedProvider mx = new ScriptedProvider("El Banco Blanco");
    private final Segments segments = Segments.acme(Markets.acme());

    @ParameterizedTest
    @CsvSource({"US, Blank of America, 30000, USD", "MX, El Banco Blanco, 600000, MXN"})
    void chargeIndividualsAtTheirMarketsProviderInItsCurrency(
            String market, String provider, long minorUnits, String currency) {
        Money amount = new Money(minorUnits, Currency.getInstance(currency));

        assertThat(Await.result(settle("B2C", market)))
                .contains(new Charge(provider, "ref-1", amount));
        assertThat((market.equals("US") ? us : mx).charges()).containsEntry(ID, amount);
        assertThat((market.equals("US") ? mx : us).charges()).isEmpty();
    }

    @Test
    void chargeBusinessesNothing() {
        assertThat(Await.result(settle("B2B", "US"))).isEmpty();
        assertThat(us.charges()).isEmpty();
    }

    @Test
    void sayThatTheProviderDeclined() {
        mx.answers(() -> Future.succeededFuture(new Declined()));

        Problem problem = OrderForm.problemOf(settle("B2C", "MX"));

        assertThat(problem.kind()).isEqualTo(Kind.PAYMENT_DECLINED);
        assertThat(problem.detail())
                .contains("El Banco Blanco", "6000.00 MXN", "nothing was charged");
    }

    @Test
    void sayThatTheProviderFailedAndTakeBackWhatItMayHaveCharged() {
        us.answers(() -> Future.failedFuture(new IOException("secret of the bank")));

        Problem problem = OrderForm.problemOf(settle("B2C", "US"));

        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.detail()).contains("Blank of America").doesNotContain("secret");
        assertThat(us.charges()).isEmpty();
    }

    @Test
    void doNotWaitForeverForAProvider() {
        us.answers(() -> Promise.<PaymentResult>promise().future());

        assertThat(OrderForm.problemOf(settle("B2C", "US")).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(us.charges()).isEmpty();
    }

    @Test
    void surviveAProviderThatGivesNothingBack() {
        Charge charge = Await.result(settle("B2C", "US")).orElseThrow();
        us.refusesRefunds();

        payments().giveBack(ID, charge);

        assertThat(us.charges()).containsKey(ID);
    }

    @Test
    void knowTheirProvidersByName() {
        Payments none = new Payments(Stream.empty(), 1);

        assertThatIllegalStateException()
                .isThrownBy(() -> none.settle(
                        ID, OrderRequest.of(OrderForm.individual()), segments.require("B2C", "US")))
                .withMessageContaining("Blank of America");
    }

    private Payments payments() {
        return new Payments(Stream.of(us, mx), 1);
    }

    private Future<Optional<Charge>> settle(String customerType, String market) {
        OrderRequest order = OrderRequest.of(OrderForm.of(customerType, market));
        return payments().settle(ID, order, segments.require(customerType, market));
    }
}
