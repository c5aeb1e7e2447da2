package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Money;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a bank does about a cancelled order's money, and what is kept of it. */
class RefundPaymentTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757).inMarket("MX");
    private static final String BANK = "El Banco Blanco";

    private final FakeDatabase database = new FakeDatabase();
    private final ScriptedProvider bank = new ScriptedProvider(BANK);
    private final RefundPayment refundPayment =
            new RefundPayment(database, new PaymentProviders(Stream.of(bank), 1_000));

    @BeforeEach
    void paid() {
        bank.charges().put(ORDER.id(), new Money(599_900, Currency.getInstance("MXN")));
        refundIs("DUE");
        database.on("endRefund", arguments -> Map.of("state", "DONE"));
    }

    @Test
    void hasTheMoneyGivenBackByWhoTookIt() {
        Await.result(refundPayment.on(ORDER.cancelled()));

        assertThat(bank.refunds()).containsExactly(ORDER.id());
        assertThat(bank.charges()).isEmpty();
        assertThat(ended()).isNull();
    }

    @Test
    void asksNobodyWhereNothingWasPaid() {
        database.on("beginRefund", arguments -> null);

        Await.result(refundPayment.on(ORDER.cancelled()));

        assertThat(bank.refunds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE", "REFUSED"})
    void asksNobodyForARefundThatHasAnEnd(String state) {
        refundIs(state);

        Await.result(refundPayment.on(ORDER.cancelled()));

        assertThat(bank.refunds()).isEmpty();
        assertThat(database.calls("endRefund")).isEmpty();
    }

    @Test
    void triesAgainWhenTheProviderDoesNotAnswer() {
        bank.answersNoRefunds();

        assertThat(refundPayment.on(ORDER.cancelled()).failed()).isTrue();
        assertThat(database.calls("endRefund")).isEmpty();
    }

    @Test
    void keepsARefusalInsteadOfTryingAgain() {
        bank.refusesRefunds();

        assertThat(refundPayment.on(ORDER.cancelled()).succeeded()).isTrue();

        assertThat(ended()).isEqualTo(BANK + " refused the request (422).");
    }

    /** The first request was carried out, and its answer got lost. */
    @Test
    void takesNoForDoneWhereTheProviderHoldsNothingAnyMore() {
        bank.charges().clear();
        bank.refusesRefunds();

        assertThat(refundPayment.on(ORDER.cancelled()).succeeded()).isTrue();

        assertThat(ended()).isNull();
    }

    @Test
    void believesThatTheMoneyIsBackOnlyWhereTheProviderHoldsNothing() {
        bank.hasGivenBack();

        assertThat(refundPayment.on(ORDER.cancelled()).succeeded()).isTrue();

        assertThat(ended()).isEqualTo(BANK + " refused the request (409).");
    }

    private void refundIs(String state) {
        Map<String, Object> refund = new HashMap<>(Map.of("provider", BANK, "state", state));
        database.on("beginRefund", arguments -> refund);
    }

    /** The refusal that the refund ended with; null where it is done. */
    private @Nullable String ended() {
        assertThat(database.calls("endRefund")).hasSize(1);
        JsonObject end = database.calls("endRefund").getFirst();
        assertThat(end.getLong("orderId")).isEqualTo(ORDER.id().value());
        return end.getString("refusal");
    }
}
