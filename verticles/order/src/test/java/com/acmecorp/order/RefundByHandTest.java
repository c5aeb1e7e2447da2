package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What operators do about refunds that were refused. */
class RefundByHandTest {

    private static final Map<String, Object> REFUND = Map.of(
            "orderId", 7L,
            "state", "DONE",
            "provider", "Blank of America",
            "amount", 100L,
            "currency", "USD");

    private final FakeDatabase database = new FakeDatabase()
            .on("settleRefund", arguments -> REFUND)
            .on("askRefundAgain", arguments -> REFUND);
    private final RefundByHand refundByHand = new RefundByHand(database);

    @Test
    void keepsHowTheMoneyWentBack() {
        JsonObject answer = Await.result(refundByHand.settle(
                Request.of(JsonObject.of("orderId", 7, "reason", "bank transfer 4711"))));

        assertThat(answer.getString("state")).isEqualTo("DONE");
        assertThat(database.calls("settleRefund"))
                .containsExactly(JsonObject.of("orderId", 7L, "reason", "bank transfer 4711"));
    }

    @Test
    void needsAReason() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> refundByHand.settle(Request.of(JsonObject.of("orderId", 7))));
    }

    @Test
    void hasTheProviderAskedAgain() {
        Await.result(refundByHand.askAgain(Request.of(JsonObject.of("orderId", 7))));

        assertThat(database.calls("askRefundAgain")).containsExactly(JsonObject.of("orderId", 7L));
    }
}
