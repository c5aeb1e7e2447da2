package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The way of a mail with fakes at its ends: the database and the mail server. */
class TellCustomerTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final DeliveryTime TIME = DeliveryTime.parse("1795532400000");

    private final MailBench bench = new MailBench(ORDER);
    private final FakeDatabase database = bench.database;
    private final ScriptedMailer mailer = bench.mailer;
    private final TellCustomer tell = bench.tell;

    @Test
    void keepsAMailBeforeItIsSentAndMarksItAfterwards() {
        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();

        assertThat(database.calls().stream().map(FakeDatabase.Call::field))
                .containsExactly("keepEmail", "markEmailSent");
        assertThat(mailer.sent).hasSize(1);
        JsonObject kept = database.calls("keepEmail").getFirst().getJsonObject("email");
        assertThat(kept.getLong("orderId")).isEqualTo(86_757);
        assertThat(kept.getString("template")).isEqualTo("order-received");
        assertThat(kept.getString("revision")).isEmpty();
        assertThat(kept.getString("recipient")).isEqualTo("Sam Person <sam@example.com>");
        assertThat(kept.getString("text"))
                .isEqualTo(mailer.sent.getFirst().words().text());
        assertThat(kept.getBoolean("keepOnly")).isFalse();
    }

    @Test
    void givesEachMailOfAnOrderAnIdOfItsOwn() {
        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();
        assertThat(tell.on(ORDER.deliverable()).succeeded()).isTrue();
        assertThat(tell.on(ORDER.deliveryBooked(TIME)).succeeded()).isTrue();
        assertThat(tell.on(ORDER.cancelled()).succeeded()).isTrue();

        assertThat(mailer.sent.stream().map(OutgoingMail::messageId))
                .containsExactly(
                        "<86757.order-received@acme.example>",
                        "<86757.ready-for-delivery@acme.example>",
                        "<86757.delivery-booked.1795532400000@acme.example>",
                        "<86757.order-cancelled@acme.example>");
        assertThat(database.calls("markEmailSent").get(2))
                .isEqualTo(new JsonObject()
                        .put("orderId", 86_757L)
                        .put("template", "delivery-booked")
                        .put("revision", TIME.toString()));
    }

    @Test
    void sendsAMailOnceThatIsAskedForAgainWhileItIsBeingSent() {
        Promise<Void> slowServer = Promise.promise();
        mailer.answerWith(slowServer.future());
        Future<?> first = tell.on(ORDER.created());
        Future<?> second = tell.on(ORDER.created());
        Future<?> another = tell.on(ORDER.deliverable());

        assertThat(mailer.sent).hasSize(2);
        slowServer.complete();

        assertThat(List.of(first, second, another)).allMatch(Future::succeeded);
        assertThat(database.calls("markEmailSent")).hasSize(2);
    }

    @Test
    void triesAMailAgainThatCouldNotBeSent() {
        mailer.answerWith(
                Future.failedFuture(Problem.of(Kind.UNAVAILABLE, "Not now.").asException()));
        assertThat(tell.on(ORDER.created()).failed()).isTrue();
        mailer.answerWith(Future.succeededFuture());

        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();
        assertThat(mailer.sent).hasSize(2);
    }

    @Test
    void onlyMarksAMailThatWasSentWhileItCouldNotBeMarked() {
        database.on("markEmailSent", mail -> {
            throw Problem.of(Kind.DATABASE_AWAY, "Not now.").asException();
        });
        assertThat(tell.on(ORDER.created()).failed()).isTrue();
        database.on("markEmailSent", mail -> "SENT");

        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();
        assertThat(mailer.sent).hasSize(1);
        assertThat(database.calls("markEmailSent")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"SENT", "KEPT"})
    void sendsNothingThatWasSentOrIsOnlyKept(String state) {
        bench.keepAnswers(state);

        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();
        assertThat(mailer.sent).isEmpty();
    }

    @Test
    void onlyKeepsTheMailsOfTestOrdersWhateverTheirAddress() {
        bench.keepAnswers("KEPT");
        SampleOrder test = ORDER.ofTest(7).of("Sam", "no address");

        assertThat(tell.on(test.deliverable()).succeeded()).isTrue();
        assertThat(database.calls("keepEmail").getFirst().getJsonObject("email"))
                .contains(Map.entry("keepOnly", true));
    }

    @Test
    void leavesAMailUnmarkedThatTheMailServerDidNotTake() {
        ProblemException silence = Problem.of(Kind.UNAVAILABLE, "Not now.").asException();
        mailer.answerWith(Future.failedFuture(silence));

        assertThat(tell.on(ORDER.created()).cause()).isSameAs(silence);
        assertThat(database.calls("markEmailSent")).isEmpty();
    }

    @Test
    void saysForGoodThatAnAddressCannotBeWrittenTo() {
        Future<?> told =
                Future.succeededFuture(ORDER.of("Sam", "no address").created()).compose(tell::on);

        assertThat(problem(told).kind()).isEqualTo(Kind.INVALID);
        assertThat(mailer.sent).isEmpty();
    }

    private static Problem problem(Future<?> failed) {
        assertThat(failed.cause()).isInstanceOf(ProblemException.class);
        return ((ProblemException) failed.cause()).problem();
    }

    @Test
    void writesAllMailsInTheOrdersLanguageAndForItsPlace() {
        SampleOrder order = ORDER.in("HI", "96813").inLanguage("es");

        for (Future<?> told : List.of(
                tell.on(order.created()),
                tell.on(order.deliverable()),
                tell.on(order.deliveryBooked(TIME)),
                tell.on(order.cancelled()))) {
            assertThat(told.succeeded()).isTrue();
        }

        assertThat(mailer.sent)
                .hasSize(4)
                .allSatisfy(mail -> assertThat(mail.words().html()).contains("lang=\"es\""));
        assertThat(mailer.sent.get(2).words().text())
                .contains("Townsville, HI 96813", "5:00 a.m. (hora");
    }

    @Test
    void asksForTheLatestContactWhereAnEventIsLate() {
        database.on(
                "getContact",
                asked -> Map.of(
                        "name", "Sam Corrected",
                        "email", "right@example.com",
                        "street", "3 New Street",
                        "city", "Newtown",
                        "state", "OR",
                        "postalCode", "97205",
                        "language", "es",
                        "linkGeneration", 1));
        assertThat(tell.on(ORDER.deliverable()).succeeded()).isTrue();
        assertThat(database.calls("getContact")).isEmpty();

        bench.clock.advance(Duration.ofMinutes(1));
        assertThat(tell.on(ORDER.deliveryBooked(TIME)).succeeded()).isTrue();

        OutgoingMail late = mailer.sent.getLast();
        assertThat(late.to().address()).isEqualTo("right@example.com");
        assertThat(late.words().text())
                .contains(
                        "Hola, Sam Corrected",
                        "3 New Street",
                        "Newtown, OR 97205",
                        "7:00 a.m. (hora");
        assertThat(late.words().text()).containsPattern("#order=86757&token=[A-Za-z0-9_-]{22}1");
    }

    @Test
    void usesWhatALateEventTellsWhereNobodyKnowsBetter() {
        database.on("getContact", asked -> null);
        bench.clock.advance(Duration.ofMinutes(1));

        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();

        assertThat(mailer.sent.getLast().to().address()).isEqualTo("sam@example.com");
    }
}
