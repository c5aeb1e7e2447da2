package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SendRequestedMailsTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final DeliveryTime FIRST = DeliveryTime.parse("1795532400000");
    private static final DeliveryTime CHANGED = DeliveryTime.parse("1795618800000");

    private final MailBench bench = new MailBench(ORDER);
    private final FakeDatabase database = bench.database;
    private final SendRequestedMails askedMails = new SendRequestedMails(
            database, new RequestedMails(Markets.acme(), database), bench.sendMail, bench.clock);

    @BeforeEach
    void theOrderWasCorrectedAndIsBooked() {
        database.on(
                        "getContact",
                        asked -> Map.of(
                                "name", "Sam Corrected",
                                "email", "right@example.com",
                                "street", "3 New Street",
                                "city", "Newtown",
                                "market", "US",
                                "testId", 0L,
                                "linkGeneration", 1))
                .on("getTimeline", asked -> timeline());
    }

    private static List<Map<String, Object>> timeline() {
        return Stream.<OrderEvent>of(
                        ORDER.created(),
                        ORDER.deliverable(),
                        ORDER.deliveryBooked(FIRST),
                        ORDER.deliveryBooked(CHANGED))
                .map(event -> Map.<String, Object>of(
                        "event", event.type().wireName(), "detail", EventJson.write(event)))
                .toList();
    }

    private void asked(String template, String revision) {
        database.on(
                "getAskedMails",
                call -> List.of(
                        Map.of("orderId", 86_757L, "template", template, "revision", revision)));
    }

    @Test
    void sendsTheLinksThatAreGood() {
        asked("order-links", "links-1");

        askedMails.look();

        OutgoingMail mail = bench.mailer.sent.getLast();
        assertThat(mail.messageId()).isEqualTo("<86757.order-links.links-1@acme.example>");
        assertThat(mail.to().address()).isEqualTo("right@example.com");
        assertThat(mail.words().text())
                .containsPattern(
                        "/success#order=86757&token=[A-Za-z0-9_-]{22}1&manage=[A-Za-z0-9_-]{22}1\n");
        assertThat(database.calls("markEmailSent")).hasSize(1);
    }

    @Test
    void sendsAMailAgainAsItIsNow() {
        asked("delivery-booked-again", "2");

        askedMails.look();

        OutgoingMail mail = bench.mailer.sent.getLast();
        assertThat(mail.messageId()).isEqualTo("<86757.delivery-booked-again.2@acme.example>");
        assertThat(mail.words().text()).contains("Sam Corrected", "3 New Street");
        JsonObject kept = database.calls("keepEmail").getLast().getJsonObject("email");
        assertThat(kept.getString("template")).isEqualTo("delivery-booked-again");
        assertThat(kept.getString("revision")).isEqualTo("2");
    }

    @Test
    void triesAgainAMinuteLaterWhatCouldNotBeSent() {
        asked("order-links", "7");
        database.on("keepEmail", mail -> {
            throw Problem.of(Kind.UNAVAILABLE, "Away.").asException();
        });
        askedMails.look();
        askedMails.look();
        assertThat(database.calls("keepEmail")).hasSize(1);

        bench.clock.advance(Duration.ofSeconds(61));
        bench.keepAnswers("TO_SEND");
        askedMails.look();

        assertThat(bench.mailer.sent).hasSize(1);
    }

    @Test
    void leavesToAnotherProcessWhatThatIsSending() {
        asked("order-links", "7");
        bench.keepAnswers("IN_PROGRESS");
        askedMails.look();
        assertThat(bench.mailer.sent).isEmpty();

        bench.keepAnswers("TO_SEND");
        askedMails.look();

        assertThat(bench.mailer.sent).as("the other one died").hasSize(1);
    }

    @Test
    void sendsNothingOfWhatNeverHappened() {
        asked("order-cancelled-again", "1");

        askedMails.look();

        assertThat(bench.mailer.sent).isEmpty();
    }

    @Test
    void asksInTheOperatorsNameAndSendsAtOnce() {
        database.on(
                "sendMailAgain",
                call -> Map.of(
                        "orderId", 86_757L,
                        "template", "ready-for-delivery-again",
                        "revision", "1"));
        asked("ready-for-delivery-again", "1");
        JsonObject wish = new JsonObject()
                .put("orderId", 86_757)
                .put("template", "ready-for-delivery")
                .put("operator", "Kim")
                .put("reason", "never arrived");

        JsonObject answer = askedMails.again(Request.of(wish)).result();

        assertThat(answer.getString("revision")).isEqualTo("1");
        assertThat(database.calls("sendMailAgain").getFirst().getJsonObject("by"))
                .isEqualTo(JsonObject.of("operator", "Kim", "reason", "never arrived"));
        assertThat(bench.mailer.sent).hasSize(1);
    }
}
