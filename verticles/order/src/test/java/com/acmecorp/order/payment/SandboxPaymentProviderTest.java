package com.acmecorp.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.util.Currency;

@ExtendWith(VertxExtension.class)
class SandboxPaymentProviderTest {

    private static final OrderId ID = new OrderId(7);
    private static final Money AMOUNT = new Money(100, Currency.getInstance("USD"));

    @Test
    void refusesToGiveBackWhatItCharged(Vertx vertx) {
        PaymentProvider bank = provider(vertx, new SandboxBehaviour(0, 0, 0, 1, 0), 0.5);
        assertThat(bank.pay(ID, AMOUNT).succeeded()).isTrue();

        assertThat(bank.refund(ID).cause()).hasMessageContaining("PARTY_REFUSED");
        assertThat(bank.find(ID).result()).isPresent();
        assertThat(bank.refund(new OrderId(8)).succeeded()).as("never charged").isTrue();
    }

    @Test
    void losesAnswersAfterTheWorkIsDone(Vertx vertx) {
        PaymentProvider bank = provider(vertx, new SandboxBehaviour(0, 0, 0, 0, 1), 0.5);

        assertThat(bank.pay(ID, AMOUNT).failed()).isTrue();
        assertThat(bank.refund(ID).failed()).isTrue();
        assertThat(bank.find(ID).failed()).isTrue();
    }

    @Test
    void chargesAtOnceUnlessToldOtherwise(Vertx vertx) {
        assertThat(pay(vertx, new SandboxBehaviour(0, 0, 0, 0, 0), 0).result())
                .isEqualTo(new Paid("sandbox-7"));
    }

    @Test
    void declinesInTheShareItIsTold(Vertx vertx) {
        SandboxBehaviour behaviour = new SandboxBehaviour(0, 0.25, 0, 0, 0);

        assertThat(pay(vertx, behaviour, 0.24).result()).isEqualTo(new Declined());
        assertThat(pay(vertx, behaviour, 0.25).result()).isInstanceOf(Paid.class);
    }

    @Test
    void failsInTheShareItIsTold(Vertx vertx) {
        SandboxBehaviour behaviour = new SandboxBehaviour(0, 0, 0.25, 0, 0);

        assertThat(pay(vertx, behaviour, 0.24).cause()).isInstanceOf(IOException.class);
        assertThat(pay(vertx, behaviour, 0.25).succeeded()).isTrue();
    }

    @Test
    void isAsSlowAsItIsTold(Vertx vertx) {
        assertThat(pay(vertx, new SandboxBehaviour(60_000, 0, 0, 0, 0), 0).isComplete())
                .isFalse();
        assertThat(Await.result(pay(vertx, new SandboxBehaviour(1, 0, 0, 0, 0), 0)))
                .isInstanceOf(Paid.class);
    }

    @Test
    void givesMoneyBack(Vertx vertx) {
        assertThat(provider(vertx, new SandboxBehaviour(0, 1, 1, 0, 0), 0)
                        .refund(ID)
                        .succeeded())
                .isTrue();
    }

    @Test
    void knowsWhatItHoldsForAnOrder(Vertx vertx) {
        PaymentProvider bank = provider(vertx, new SandboxBehaviour(0, 0, 0, 0, 0), 0);

        assertThat(bank.find(ID).result()).isEmpty();
        assertThat(bank.pay(ID, AMOUNT).succeeded()).isTrue();
        assertThat(bank.find(ID).result()).contains(new Paid("sandbox-7"));
        assertThat(bank.refund(ID).succeeded()).isTrue();
        assertThat(bank.find(ID).result()).isEmpty();
    }

    @Test
    void takesNothingForAnOrderThatWasGivenBack(Vertx vertx) {
        PaymentProvider bank = provider(vertx, new SandboxBehaviour(0, 0, 0, 0, 0), 0);

        assertThat(bank.refund(ID).succeeded()).isTrue();

        assertThat(bank.pay(ID, AMOUNT).result()).isEqualTo(new Declined());
        assertThat(bank.find(ID).result()).isEmpty();
    }

    @Test
    void holdsACustomersMoneyEvenWhenItsAnswerIsLost(Vertx vertx) {
        PaymentProvider bank = provider(vertx, new SandboxBehaviour(0, 0, 1, 0, 0), 0.5);

        assertThat(bank.pay(ID, AMOUNT).failed()).isTrue();
        assertThat(bank.find(ID).result()).isPresent();
    }

    @Test
    void forgetsTheOldestOrders(Vertx vertx) {
        PaymentProvider bank = provider(vertx, new SandboxBehaviour(0, 0, 0, 0, 0), 0);

        for (long order = 1; order <= SandboxPaymentProvider.MOST_REMEMBERED + 1; order++) {
            assertThat(bank.pay(new OrderId(order), AMOUNT).succeeded()).isTrue();
        }

        assertThat(bank.find(new OrderId(1)).result()).isEmpty();
        assertThat(bank.find(new OrderId(2)).result()).isPresent();
    }

    @Test
    void tellsWhatItHasInItsBooks(Vertx vertx) {
        PaymentProvider bank = provider(vertx, new SandboxBehaviour(0, 0, 0, 0, 0), 0);

        assertThat(bank.holds(ID).result()).isInstanceOf(HeldPayment.Unknown.class);
        Await.result(bank.pay(ID, AMOUNT));
        assertThat(bank.holds(ID).result()).isInstanceOf(HeldPayment.Charged.class);
        Await.result(bank.refund(ID));
        assertThat(bank.holds(ID).result()).isInstanceOf(HeldPayment.GivenBack.class);
    }

    private static Future<PaymentResult> pay(
            Vertx vertx, SandboxBehaviour behaviour, double chance) {
        return provider(vertx, behaviour, chance).pay(ID, AMOUNT);
    }

    private static PaymentProvider provider(
            Vertx vertx, SandboxBehaviour behaviour, double chance) {
        return new SandboxPaymentProvider(vertx, "Blank of America", behaviour, () -> chance);
    }
}
