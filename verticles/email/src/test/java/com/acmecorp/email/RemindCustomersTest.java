package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Markets;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;

import io.vertx.core.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

class RemindCustomersTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final MailBench bench = new MailBench(ORDER);
    private final TestClock clock = new TestClock();
    private final Map<String, Object> row = ORDER.row();
    private final RemindCustomers reminders = reminders(1);
    private List<Long> waiting = List.of(ORDER.id().value());

    @BeforeEach
    void anOrderWaitsForItsCustomer() {
        row.put("status", "STOCKED");
        long sinceMs = clock.millis();
        bench.database
                .on("getOrder", asked -> row)
                .on(
                        "getWaitingOrders",
                        window -> waiting.stream()
                                .filter(order -> order > window.getLong("after"))
                                .filter(order -> sinceMs <= window.getLong("until"))
                                .limit(window.getInteger("limit"))
                                .map(order -> Map.of("orderId", order, "sinceMs", sinceMs))
                                .toList());
    }

    @Test
    void remindsACustomerOnceWhoLetTwoDaysPass() {
        clock.advance(TWO_DAYS.minusMillis(1));
        look(reminders);
        assertThat(bench.mailer.sent).isEmpty();

        clock.advance(Duration.ofMillis(1));
        look(reminders);
        look(reminders);

        assertThat(bench.mailer.sent.stream().map(OutgoingMail::messageId))
                .containsExactly("<86757.delivery-reminder.1@acme.example>");
        assertThat(bench.mailer.sent.getFirst().words().text()).contains("/delivery#order=86757");
    }

    @Test
    void remindsAsOftenAsItIsTold() {
        RemindCustomers twice = reminders(2);
        for (int day = 0; day < 10; day++) {
            look(twice);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(bench.mailer.sent.stream().map(OutgoingMail::messageId))
                .containsExactly(
                        "<86757.delivery-reminder.1@acme.example>",
                        "<86757.delivery-reminder.2@acme.example>");
    }

    @Test
    void leavesAloneWhoHasChosenOrCancelledMeanwhile() {
        clock.advance(TWO_DAYS);
        row.put("deliveryTime", "1795532400000");
        look(reminders);
        look(reminders(1));
        row.remove("deliveryTime");
        row.put("status", "CANCELLED");
        look(reminders(1));

        assertThat(bench.mailer.sent).isEmpty();
    }

    @Test
    void sendsNothingThatAnEarlierProcessSent() {
        clock.advance(TWO_DAYS);
        bench.keepAnswers("SENT");

        look(reminders);

        assertThat(bench.mailer.sent).isEmpty();
    }

    @Test
    void leavesToAnotherProcessWhatThatIsSending() {
        clock.advance(TWO_DAYS);
        bench.keepAnswers("IN_PROGRESS");
        look(reminders);
        assertThat(bench.mailer.sent).isEmpty();

        bench.keepAnswers("TO_SEND");
        look(reminders);

        assertThat(bench.mailer.sent).as("the other one died").hasSize(1);
    }

    @Test
    void triesAgainWhenTheMailServerIsDown() {
        clock.advance(TWO_DAYS);
        bench.mailer.answerWith(
                Future.failedFuture(Problem.of(Kind.UNAVAILABLE, "Not now.").asException()));
        look(reminders);
        bench.mailer.answerWith(Future.succeededFuture());
        look(reminders);
        look(reminders);

        assertThat(bench.mailer.sent).hasSize(2);
        assertThat(bench.database.calls("markEmailSent")).hasSize(1);
    }

    @Test
    void givesUpAnAddressThatNoMailCanGoTo() {
        clock.advance(TWO_DAYS);
        row.put("customerEmail", "no address");

        look(reminders);
        look(reminders);

        assertThat(bench.database.calls("getOrder")).hasSize(1);
    }

    @Test
    void comesToEverybodyInTurn() {
        waiting = LongStream.rangeClosed(1, 120).boxed().toList();
        clock.advance(TWO_DAYS);

        look(reminders);
        assertThat(bench.mailer.sent).hasSize(50);
        look(reminders);
        look(reminders);
        assertThat(bench.mailer.sent).hasSize(120);

        look(reminders);
        assertThat(bench.database.calls("getWaitingOrders").getLast())
                .as("begins again")
                .contains(Map.entry("after", 0L));
        assertThat(bench.mailer.sent).hasSize(120);
    }

    private RemindCustomers reminders(int most) {
        return new RemindCustomers(
                Markets.acme(),
                bench.database,
                bench.sendMail,
                clock,
                new ReminderConfig(48, most));
    }

    private static void look(RemindCustomers reminders) {
        assertThat(reminders.remind().succeeded()).isTrue();
    }
}
