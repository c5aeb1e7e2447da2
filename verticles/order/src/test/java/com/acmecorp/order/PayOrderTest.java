package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Markets;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.order.payment.PaymentResult;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whatever fails between the first step and the last: no charge without an order, and none that nobody knows of. */
class PayOrderTest {

    private static final OrderId ID = new OrderId(86_757);
    private static final JsonObject KEY = JsonObject.of("key", "k", "requestHash", "h");

    private final ScriptedProvider us = new ScriptedProvider("Blank of America");
    private final ScriptedProvider mx = new ScriptedProvider("El Banco Blanco");
    private final FakeDatabase database = new FakeDatabase();
    private final KeptPayments payments = KeptPayments.in(database);
    private final Segments segments = Segments.acme(Markets.acme());

    @ParameterizedTest
    @CsvSource({"US, Blank of America, 30000, USD", "MX, El Banco Blanco, 600000, MXN"})
    void chargesAtItsMarketsProviderInItsCurrency(
            String market, String provider, long minorUnits, String currency) {
        assertThat(Await.result(pay(market))).isEqualTo(ID);

        assertThat(payments.settled()).isEqualTo(Map.of(ID, "ref-1"));
        assertThat((market.equals("US") ? us : mx).charges())
                .isEqualTo(Map.of(ID, new Money(minorUnits, Currency.getInstance(currency))));
        assertThat((market.equals("US") ? mx : us).charges()).isEmpty();
        JsonObject opened = database.calls("openPayment").getFirst();
        assertThat(opened.getJsonObject("payment").getMap())
                .containsEntry("provider", provider)
                .containsEntry("amount", minorUnits)
                .containsEntry("currency", currency);
        assertThat(opened.getJsonObject("idempotency")).isEqualTo(KEY);
    }

    @Test
    void asksTheProviderOnlyAfterThePaymentIsOnRecord() {
        us.answers(() -> {
            assertThat(payments.isOpen(ID)).isTrue();
            return Future.succeededFuture(new PaymentResult.Paid("ref-2"));
        });

        assertThat(Await.result(pay("US"))).isEqualTo(ID);
        assertThat(payments.settled()).containsEntry(ID, "ref-2");
    }

    @Test
    void chargesNothingThatIsNotOnRecord() {
        database.on("openPayment", failing(Kind.OVERLOADED));

        assertThat(OrderForm.problemOf(pay("US")).kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(us.charges()).isEmpty();
        assertThat(database.calls("openPayment")).hasSize(1);
    }

    @Test
    void answersTheOrderThatWasAcceptedUnderTheKeyBefore() {
        database.on("openPayment", arguments -> Map.of("orderId", 42L, "open", false));

        assertThat(Await.result(pay("US"))).isEqualTo(new OrderId(42));
        assertThat(us.charges()).isEmpty();
    }

    @Test
    void leavesNothingOfAPaymentThatIsDeclined() {
        mx.answers(() -> Future.succeededFuture(new Declined()));

        Problem problem = OrderForm.problemOf(pay("MX"));

        assertThat(problem.kind()).isEqualTo(Kind.PAYMENT_DECLINED);
        assertThat(problem.detail())
                .contains("El Banco Blanco", "6000.00 MXN", "nothing was charged");
        assertThat(payments.isEnded(ID)).isTrue();
        assertThat(payments.settled()).isEmpty();
    }

    @Test
    void saysDeclinedEvenIfThatCannotBeWritten() {
        us.answers(() -> Future.succeededFuture(new Declined()));
        database.on("endPayment", failing(Kind.UNAVAILABLE));

        assertThat(OrderForm.problemOf(pay("US")).kind()).isEqualTo(Kind.PAYMENT_DECLINED);
        assertThat(payments.isOpen(ID)).isTrue();
    }

    @Test
    void givesUpWhatTheProviderMayHaveCharged() {
        us.answers(() -> Future.failedFuture(new IOException("secret of the bank")));

        Problem problem = OrderForm.problemOf(pay("US"));

        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.detail()).contains("Blank of America").doesNotContain("secret");
        assertThat(payments.isGivenUp(ID)).isTrue();
    }

    @Test
    void doesNotWaitForeverForAProvider() {
        us.answers(() -> Promise.<PaymentResult>promise().future());

        assertThat(OrderForm.problemOf(pay("US")).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(payments.isGivenUp(ID)).isTrue();
    }

    /** With a key, who takes the payment over may still settle it. */
    @Test
    void leavesOpenWhatItCannotGiveUpAndDoesNotDenyTheOrder() {
        us.answers(() -> Future.failedFuture(new IOException("no route")));
        database.on("giveUpPayment", failing(Kind.UNAVAILABLE));

        Problem problem = OrderForm.problemOf(pay("US"));

        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.detail())
                .contains("don't know yet", "same Idempotency-Key")
                .doesNotContain("no order");
        assertThat(payments.isOpen(ID)).isTrue();
    }

    @Test
    void doesNotDenyAnOrderThatOthersSettledMeanwhile() {
        us.answers(() -> Future.failedFuture(new IOException("no answer")));
        database.on("giveUpPayment", arguments -> false)
                .on("getContact", arguments -> null)
                .on("getTimeline", arguments -> List.of(created()));

        assertThat(Await.result(pay("US"))).isEqualTo(ID);
    }

    @Test
    void saysNoWhenOthersGaveBackWhatWasNotAnswered() {
        us.answers(() -> Future.failedFuture(new IOException("no answer")));
        database.on("giveUpPayment", arguments -> false)
                .on("getContact", arguments -> null)
                .on("getTimeline", arguments -> List.of());

        assertThat(OrderForm.problemOf(pay("US")).detail()).contains("no order was placed");
    }

    /** The key is free at once: nothing was charged, and nothing will be. */
    @Test
    void endsThePaymentThatNeverReachedItsProvider() {
        us.answers(() -> Future.failedFuture(
                Problem.of(Kind.PARTY_AWAY, "can't be reached").asException()));

        assertThat(OrderForm.problemOf(pay("US")).detail()).contains("no order was placed");
        assertThat(payments.isEnded(ID)).isTrue();
        assertThat(database.calls("giveUpPayment")).isEmpty();
    }

    private static Map<String, Object> created() {
        return Map.of("event", "OrderCreated", "occurredAtMs", 1L, "detail", "{}");
    }

    @ParameterizedTest
    @EnumSource
    void givesUpWhatCannotBeSettled(Kind kind) {
        database.on("settlePayment", failing(kind));

        assertThat(OrderForm.problemOf(pay("US")).kind()).isEqualTo(kind);
        assertThat(payments.isGivenUp(ID)).isTrue();
    }

    @Test
    void settlesOnceMoreWhenTheAnswerGotLost() {
        losesAnswers(1);

        assertThat(Await.result(pay("US"))).isEqualTo(ID);
        assertThat(database.calls("settlePayment")).hasSize(2);
    }

    @Test
    void saysYesWhenGivingUpTellsThatTheOrderWasAccepted() {
        losesAnswers(2);

        assertThat(Await.result(pay("US"))).isEqualTo(ID);
        assertThat(us.charges()).containsKey(ID);
    }

    /** Nothing is left to give up then either, and yet there is no order. */
    @Test
    void saysNoWhenOthersGaveTheMoneyBackMeanwhile() {
        database.on("settlePayment", failing(Kind.CONFLICT))
                .on("giveUpPayment", arguments -> false);

        assertThat(OrderForm.problemOf(pay("US")).kind()).isEqualTo(Kind.CONFLICT);
    }

    /** Each settlement is written, but of the first ones nobody hears. */
    private void losesAnswers(int lost) {
        database.on("settlePayment", arguments -> {
            if (database.calls("settlePayment").size() <= lost) {
                payments.settled().put(ID, arguments.getString("reference"));
                database.on("giveUpPayment", nothing -> false);
                throw Problem.of(Kind.UNAVAILABLE, "No answer in time.").asException();
            }
            return ID.value();
        });
    }

    private Future<OrderId> pay(String market) {
        Segment segment = segments.require("B2C", market);
        Candidate candidate = new Candidate(
                ID,
                OrderRequest.of(OrderForm.of("B2C", market)),
                segment,
                KEY,
                TraceParent.fresh());
        return new PayOrder(database, new PaymentProviders(Stream.of(us, mx), 100), 1_000)
                .pay(candidate, (PayUpfront) segment.settlement());
    }

    private static Function<JsonObject, Object> failing(Kind kind) {
        return arguments -> {
            throw Problem.of(kind, "No.").asException();
        };
    }
}
