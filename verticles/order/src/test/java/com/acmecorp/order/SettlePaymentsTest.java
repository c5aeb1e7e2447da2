package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.Currency;
import java.util.Map;
import java.util.stream.Stream;

/** What becomes of payments that a killed process, or a provider without an answer, left behind. */
class SettlePaymentsTest {

    private static final OrderId ID = new OrderId(86_757);
    private static final OrderId ANOTHER = new OrderId(86_758);
    private static final String BANK = "Blank of America";
    private static final Money AMOUNT = new Money(100, Currency.getInstance("USD"));

    private final ScriptedProvider bank = new ScriptedProvider(BANK);
    private final FakeDatabase database = new FakeDatabase();
    private final KeptPayments payments = KeptPayments.in(database);

    @Test
    void settleACharge() {
        payments.leftOpen(ID, BANK, true);
        bank.charges().put(ID, AMOUNT);

        look();

        assertThat(payments.settled()).isEqualTo(Map.of(ID, "ref-1"));
        assertThat(bank.charges()).containsKey(ID);
    }

    @Test
    void giveBackAChargeWhoseCustomerCannotAskAgain() {
        payments.leftOpen(ID, BANK, false);
        bank.charges().put(ID, AMOUNT);

        look();

        assertThat(bank.charges()).isEmpty();
        assertThat(payments.isEnded(ID)).isTrue();
        assertThat(payments.settled()).isEmpty();
    }

    @Test
    void giveBackWhatWasGivenUp() {
        payments.leftOpen(ID, BANK, true);
        bank.charges().put(ID, AMOUNT);
        Await.result(database.execute(
                OrderOperations.GIVE_UP_PAYMENT, JsonObject.of("orderId", ID.value())));

        look();

        assertThat(bank.charges()).isEmpty();
        assertThat(payments.isEnded(ID)).isTrue();
    }

    @Test
    void closeTheDoorToAChargeThatIsStillOnItsWay() {
        payments.leftOpen(ID, BANK, true);

        look();

        assertThat(bank.refunds()).containsExactly(ID);
        assertThat(payments.isEnded(ID)).isTrue();
    }

    @Test
    void giveNothingBackBeforeItCanNoLongerBeSettled() {
        payments.leftOpen(ID, BANK, false);
        bank.charges().put(ID, AMOUNT);
        database.on("giveUpPayment", arguments -> {
            throw Problem.of(Kind.UNAVAILABLE, "No.").asException();
        });

        look();

        assertThat(bank.charges()).containsKey(ID);
        assertThat(payments.isOpen(ID)).isTrue();
    }

    @Test
    void leaveAloneWhatIsSettledMeanwhile() {
        payments.leftOpen(ID, BANK, false);
        bank.charges().put(ID, AMOUNT);
        database.on("giveUpPayment", arguments -> false);

        look();

        assertThat(bank.charges()).containsKey(ID);
        assertThat(payments.isEnded(ID)).isFalse();
    }

    @Test
    void waitForABankThatCannotBeAskedAndHelpTheOthers() {
        payments.leftOpen(ID, "A bank that is gone", true).leftOpen(ANOTHER, BANK, true);
        bank.charges().put(ANOTHER, AMOUNT);

        look();

        assertThat(payments.isOpen(ID)).isTrue();
        assertThat(payments.settled()).containsKey(ANOTHER);
    }

    @Test
    void waitForABankThatGivesNothingBack() {
        payments.leftOpen(ID, BANK, false);
        bank.charges().put(ID, AMOUNT);
        bank.answersNoRefunds();

        look();

        assertThat(payments.isGivenUp(ID)).isTrue();
        assertThat(bank.charges()).containsKey(ID);
    }

    @Test
    void leaveToPeopleWhatABankRefusesToGiveBack() {
        payments.leftOpen(ID, BANK, false);
        bank.charges().put(ID, AMOUNT);
        bank.refusesRefunds();

        look();

        assertThat(payments.isEnded(ID)).isTrue();
        assertThat(payments.refused())
                .containsExactly(Map.entry(ID, BANK + " refused the request (422)."));
    }

    /** It was given back before, and the answer got lost. */
    @Test
    void forgetWhatABankRefusesBecauseItHoldsNothing() {
        payments.leftOpen(ID, BANK, false);
        bank.refusesRefunds();

        look();

        assertThat(payments.isEnded(ID)).isTrue();
        assertThat(payments.refused()).isEmpty();
    }

    private void look() {
        SettlePayments settlePayments =
                new SettlePayments(database, new PaymentProviders(Stream.of(bank), 1_000));
        Await.result(settlePayments.takeOver().mapEmpty());
    }
}
