package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Markets;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/** The way of a letter with fakes at its ends: the database and the mail server. */
class TellCustomerTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final DeliveryTime TIME = DeliveryTime.parse("1795532400000");

    private final FakeDatabase database = new FakeDatabase();
    private final ScriptedMailer mailer = new ScriptedMailer();
    private final SendLetter sendLetter = new SendLetter(
            new LetterWriter(
                    Markets.acme(),
                    new LetterTemplates(),
                    new CustomerLinks(
                            "http://shop.example", new LinkTokens("a secret of the tests"))),
            new KeptLetters(database),
            mailer,
            "acme.example");
    private final TellCustomer tell = new TellCustomer(Markets.acme(), sendLetter);
    private final TellCustomerByHand byHand =
            new TellCustomerByHand(Markets.acme(), database, sendLetter);

    @BeforeEach
    void databaseWantsLettersSent() {
        keepAnswers("TO_SEND");
        database.on("markEmailSent", letter -> "SENT").on("getOrder", order -> ORDER.row());
    }

    @Test
    void keepsALetterBeforeItIsSentAndMarksItAfterwards() {
        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();

        assertThat(database.calls().stream().map(FakeDatabase.Call::field))
                .containsExactly("keepEmail", "markEmailSent");
        assertThat(mailer.sent).hasSize(1);
        JsonObject kept = database.calls("keepEmail").getFirst().getJsonObject("email");
        assertThat(kept.getLong("orderId")).isEqualTo(86_757);
        assertThat(kept.getString("template")).isEqualTo("order-received");
        assertThat(kept.getString("revision")).isEmpty();
        assertThat(kept.getString("recipient")).isEqualTo("Sam Person <sam@example.com>");
        assertThat(kept.getString("html"))
                .isEqualTo(mailer.sent.getFirst().letter().html());
        assertThat(kept.getBoolean("keepOnly")).isFalse();
    }

    @Test
    void givesEachLetterOfAnOrderAnIdOfItsOwn() {
        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();
        assertThat(tell.on(ORDER.deliverable()).succeeded()).isTrue();
        assertThat(tell.on(ORDER.deliveryBooked(TIME)).succeeded()).isTrue();

        assertThat(mailer.sent.stream().map(OutgoingMail::messageId))
                .containsExactly(
                        "<86757.order-received@acme.example>",
                        "<86757.ready-for-delivery@acme.example>",
                        "<86757.delivery-booked.1795532400000@acme.example>");
        assertThat(database.calls("markEmailSent").getLast())
                .isEqualTo(new JsonObject()
                        .put("orderId", 86_757L)
                        .put("template", "delivery-booked")
                        .put("revision", TIME.toString()));
    }

    @ParameterizedTest
    @CsvSource({"SENT", "KEPT"})
    void sendsNothingThatWasSentOrIsOnlyKept(String state) {
        keepAnswers(state);

        assertThat(tell.on(ORDER.created()).succeeded()).isTrue();
        assertThat(mailer.sent).isEmpty();
    }

    @Test
    void onlyKeepsTheLettersOfTestOrdersWhateverTheirAddress() {
        keepAnswers("KEPT");
        SampleOrder test = ORDER.ofTest(7).of("Sam", "no address");

        assertThat(tell.on(test.deliverable()).succeeded()).isTrue();
        assertThat(database.calls("keepEmail").getFirst().getJsonObject("email"))
                .contains(Map.entry("keepOnly", true));
    }

    @Test
    void leavesALetterUnmarkedThatTheMailServerDidNotTake() {
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

    @Test
    void sendsByHandInTheOrdersLanguage() {
        database.on("getOrder", order -> ORDER.inMarket("MX").row());

        assertThat(byHand(request("DeliveryBooked")).result().getString("message"))
                .isEqualTo("The mail delivery-booked for order 86757 was sent.");
        OutgoingMail mail = mailer.sent.getFirst();
        assertThat(mail.to()).isEqualTo(new Mailbox("Ana", "ana@example.com"));
        assertThat(mail.letter().text()).contains("Calle Planta 2, Ciudad", "martes");
    }

    @ParameterizedTest
    @CsvSource({
        "TO_SEND, was sent",
        "SENT, had been sent before and was not sent again",
        "KEPT, 'was kept and not sent, for the order is a test'",
    })
    void saysWhatBecameOfALetterByHand(String state, String message) {
        keepAnswers(state);

        assertThat(byHand(request("OrderDeliverable")).result().getString("message"))
                .isEqualTo("The mail ready-for-delivery for order 86757 " + message + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "transaction, Other",
        "transaction,",
        "name,",
        "email,",
        "email, nobody",
        "street,",
        "city,",
        "deliveryTime,",
        "deliveryTime, tomorrow",
    })
    void namesTheFieldThatIsWrongBeforeAnythingIsKept(String field, String value) {
        JsonObject body = request("DeliveryBooked");
        body.put(field, value);

        assertThat(problem(byHand(body)).kind()).isEqualTo(Kind.INVALID);
        assertThat(problem(byHand(body)).errors().getFirst().field()).isEqualTo(field);
        assertThat(database.calls("keepEmail")).isEmpty();
    }

    @Test
    void writesToNobodyAboutAnOrderThatIsNotThere() {
        ProblemException unknown = Problem.of(Kind.NOT_FOUND, "No such order.").asException();
        database.on("getOrder", order -> {
            throw unknown;
        });

        assertThat(byHand(request("OrderCreated")).cause()).isSameAs(unknown);
        assertThat(database.calls("keepEmail")).isEmpty();
    }

    private void keepAnswers(String state) {
        database.on("keepEmail", letter -> state);
    }

    private static JsonObject request(String transaction) {
        return new JsonObject()
                .put("transaction", transaction)
                .put("orderId", 86_757)
                .put("name", "Ana")
                .put("email", "ana@example.com")
                .put("phone", "5550100")
                .put("street", "Calle Planta 2")
                .put("city", "Ciudad")
                .put("deliveryTime", TIME.toString());
    }

    private Future<JsonObject> byHand(JsonObject body) {
        return Future.succeededFuture(Request.of(body)).compose(byHand::handle);
    }

    private static Problem problem(Future<?> failed) {
        assertThat(failed.cause()).isInstanceOf(ProblemException.class);
        return ((ProblemException) failed.cause()).problem();
    }
}
