package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Stream;

class RefundPaymentTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757).inMarket("MX");
    private static final String BANK = "El Banco Blanco";

    private final FakeDatabase database = new FakeDatabase();
    private final ScriptedProvider bank = new ScriptedProvider(BANK);
    private final RefundPayment refundPayment =
            new RefundPayment(database, new PaymentProviders(Stream.of(bank), 1_000));

    @Test
    void hasTheMoneyGivenBackByWhoTookIt() {
        paidAt(Map.of("provider", BANK));

        Await.result(refundPayment.on(ORDER.cancelled()));

        assertThat(bank.refunds()).containsExactly(ORDER.id());
    }

    @Test
    void asksNobodyWhereNothingWasPaid() {
        paidAt(null);

        Await.result(refundPayment.on(ORDER.cancelled()));

        assertThat(bank.refunds()).isEmpty();
    }

    @Test
    void triesAgainWhenTheProviderDoesNotAnswer() {
        paidAt(Map.of("provider", BANK));
        bank.refusesRefunds();

        assertThat(refundPayment.on(ORDER.cancelled()).failed()).isTrue();
    }

    private void paidAt(@Nullable Map<String, Object> payment) {
        database.on("getPayment", arguments -> payment);
    }
}
