package com.acmecorp.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

@ExtendWith(VertxExtension.class)
class HttpPaymentProviderTest {

    private static final String NAME = "El Banco Blanco";
    private static final String PAYMENT = "payment";
    private static final OrderId ORDER = new OrderId(7);
    private static final int MANY = 200;
    private static final Money AMOUNT = new Money(60_000, Currency.getInstance("MXN"));

    private Simulators others;
    private PaymentProvider bank;

    @BeforeEach
    void start(Vertx vertx) {
        others = Simulators.on(vertx);
        bank = new HttpPaymentProvider(NAME, others.client(NAME));
    }

    @Test
    void chargesOnceHoweverOftenItIsAsked() {
        Paid paid = new Paid("simulated-7");

        assertThat(bank.name()).isEqualTo(NAME);
        assertThat(Await.result(bank.pay(ORDER, AMOUNT))).isEqualTo(paid);
        assertThat(Await.result(bank.pay(ORDER, AMOUNT))).isEqualTo(paid);
        assertThat(Await.result(bank.find(ORDER))).contains(paid);
        assertThat(held()).isEqualTo(JsonObject.of("MXN", 60_000));
    }

    @Test
    void chargesOnceThoughManyAskAtATime() {
        List<Future<PaymentResult>> asked =
                Stream.generate(() -> bank.pay(ORDER, AMOUNT)).limit(MANY).toList();

        assertThat(Await.result(Future.all(asked)).size()).isEqualTo(MANY);
        assertThat(others.books("payments").getInteger("charges")).isEqualTo(1);
    }

    @Test
    void declines() {
        others.behave(PAYMENT, JsonObject.of("declineShare", 1));

        assertThat(Await.result(bank.pay(ORDER, AMOUNT))).isEqualTo(new Declined());
        assertThat(Await.result(bank.find(ORDER))).isEmpty();
    }

    @Test
    void givesBackWhatItHoldsAndTakesNoMoreForThatOrder() {
        Await.result(bank.pay(ORDER, AMOUNT));

        Await.result(bank.refund(ORDER));
        Await.result(bank.refund(ORDER));

        assertThat(Await.result(bank.find(ORDER))).isEmpty();
        assertThat(Await.result(bank.pay(ORDER, AMOUNT))).isEqualTo(new Declined());
        assertThat(held()).isEmpty();
    }

    @Test
    void takesNothingWhereTheRefundArrivesBeforeThePayment() {
        Await.result(bank.refund(ORDER));

        assertThat(Await.result(bank.pay(ORDER, AMOUNT))).isEqualTo(new Declined());
    }

    @Test
    void canBeAskedWhatBecameOfAPaymentWhoseAnswerWasLost() {
        others.behave(PAYMENT, JsonObject.of("hangShare", 1));
        PaymentProvider impatient = new HttpPaymentProvider(NAME, others.client(NAME, 500));

        assertThat(kind(impatient.pay(ORDER, AMOUNT))).isEqualTo(Kind.UNAVAILABLE);
        others.behave(PAYMENT, new JsonObject());
        assertThat(Await.result(bank.find(ORDER))).contains(new Paid("simulated-7"));
    }

    @Test
    void holdsNothingForAnOrderThatItDoesNotKnow() {
        assertThat(Await.result(bank.find(ORDER))).isEmpty();
    }

    @Test
    void failsWhenItCannotBeAskedRatherThanSayingThatItHoldsNothing() {
        others.behave(PAYMENT, JsonObject.of("failureShare", 1));

        assertThat(kind(bank.find(ORDER))).isEqualTo(Kind.UNAVAILABLE);
        assertThat(kind(bank.refund(ORDER))).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void keepsWhatItRefusesToGiveBack() {
        Await.result(bank.pay(ORDER, AMOUNT));
        others.behave(PAYMENT, JsonObject.of("refundRefuseShare", 1));

        assertThat(kind(bank.refund(ORDER))).isEqualTo(Kind.PARTY_REFUSED);
        assertThat(Await.result(bank.find(ORDER))).isPresent();
        others.behave(PAYMENT, new JsonObject());
        Await.result(bank.refund(ORDER));
        assertThat(held()).isEmpty();
    }

    private JsonObject held() {
        return others.books("payments").getJsonObject("heldMinorUnits");
    }

    private static Kind kind(Future<?> failed) {
        return ((ProblemException) Await.failure(failed)).problem().kind();
    }
}
