package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.Map;

/** Mails that somebody asks for: a person, or an API destination that sends the event. */
class TellCustomerByHandTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final DeliveryTime TIME = DeliveryTime.parse("1795532400000");

    /** Of an order whose row says something else, or isn't there yet. */
    static final List<OrderEvent> EVENTS = List.of(
            ORDER.inMarket("MX").created(),
            ORDER.inMarket("MX").deliverable(),
            ORDER.inMarket("MX").deliveryBooked(TIME),
            ORDER.inMarket("MX").cancelled());

    private final MailBench bench = new MailBench(ORDER);
    private final FakeDatabase database = bench.database;
    private final ScriptedMailer mailer = bench.mailer;

    @Test
    void sendsByHandInTheOrdersLanguage() {
        database.on("getOrder", order -> ORDER.inMarket("MX").row());

        assertThat(byHand(request("DeliveryBooked")).result().getString("message"))
                .isEqualTo("The mail delivery-booked for order 86757 was sent.");
        OutgoingMail mail = mailer.sent.getFirst();
        assertThat(mail.to()).isEqualTo(new Mailbox("Ana", "ana@example.com"));
        assertThat(mail.words().text()).contains("Calle Planta 2\nCiudad", "Martes");
    }

    @Test
    void sendsByHandInTheLanguageThatIsAskedForAndByTheClockOfTheOrder() {
        database.on("getOrder", order -> ORDER.in("HI", null).inLanguage("es").row());

        assertThat(byHand(request("DeliveryBooked")).succeeded()).isTrue();
        assertThat(byHand(request("DeliveryBooked").put("language", "en").put("state", "CA"))
                        .succeeded())
                .isTrue();

        assertThat(mailer.sent.getFirst().words().text()).contains("Hola, Ana", "5:00 a.m.");
        assertThat(mailer.sent.getLast().words().text())
                .contains("Hello Ana", "7:00 AM", "Ciudad, CA");
    }

    @ParameterizedTest
    @CsvSource({
        "TO_SEND, was sent",
        "SENT, had been sent before and was not sent again",
        "KEPT, 'was kept and not sent, for the order is a test'",
    })
    void saysWhatBecameOfAMailByHand(String state, String message) {
        bench.keepAnswers(state);

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

    @ParameterizedTest
    @FieldSource("EVENTS")
    void sendsForAnEventTheVeryMailThatTheEventSends(OrderEvent event) {
        assertThat(byHand(envelope(event)).succeeded()).isTrue();
        assertThat(onItself(event).succeeded()).isTrue();

        assertThat(database.calls("getOrder"))
                .as("its row may not be there yet")
                .isEmpty();
        List<JsonObject> kept = database.calls("keepEmail");
        assertThat(kept.getFirst()).isEqualTo(kept.getLast());
        assertThat(mailer.sent).hasSize(2);
        OutgoingMail itself = mailer.sent.getLast();
        OutgoingMail byHand = mailer.sent.getFirst();
        assertThat(byHand.messageId()).isEqualTo(itself.messageId());
        assertThat(byHand.to()).isEqualTo(itself.to());
        assertThat(byHand.words().subject()).isEqualTo(itself.words().subject());
        assertThat(byHand.words().text()).isEqualTo(itself.words().text());
        assertThat(byHand.words().html()).isEqualTo(itself.words().html());
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void sendsNothingForAnEventThatHasSentItsMail(OrderEvent event) {
        assertThat(onItself(event).succeeded()).isTrue();
        bench.keepAnswers("SENT");

        assertThat(byHand(envelope(event)).result().getString("message"))
                .endsWith("had been sent before and was not sent again.");
        assertThat(mailer.sent).hasSize(1);
    }

    @Test
    void onlyKeepsTheMailOfATestOrdersEvent() {
        assertThat(byHand(envelope(ORDER.ofTest(7).deliverable())).succeeded()).isTrue();

        assertThat(database.calls("keepEmail").getFirst().getJsonObject("email"))
                .contains(Map.entry("keepOnly", true));
    }

    @Test
    void asksForTheOrderWhereAnEnvelopeIsWrittenByHand() {
        JsonObject detail = request("anything");
        detail.remove("transaction");
        JsonObject envelope = JsonObject.of("detail-type", "OrderCreated", "detail", detail);

        assertThat(byHand(envelope).result().getString("message"))
                .isEqualTo("The mail order-received for order 86757 was sent.");
        assertThat(database.calls("getOrder")).hasSize(1);
    }

    /** As the payment keeps it, whatever the rate is by now. */
    @Test
    void showsWhatAnOrderOfBeforeWasChargedByHand() {
        Map<String, Object> row = ORDER.inMarket("MX").row();
        row.put("charged", null);
        database.on("getOrder", order -> row)
                .on("getPayment", order -> Map.of("amount", 123_400L, "currency", "MXN"));

        assertThat(byHand(request("OrderCancelled")).succeeded()).isTrue();

        assertThat(mailer.sent.getFirst().words().text())
                .contains("Total: $1,234.00 MXN", "Te devolvemos $1,234.00 MXN");
    }

    @Test
    void needsAnAmountWithItsCurrency() {
        JsonObject envelope = envelope(ORDER.created());
        envelope.getJsonObject("detail").getJsonObject("charged").put("currency", "ZZZ");

        assertThat(problem(byHand(envelope)).errors().getFirst().field()).isEqualTo("charged");
    }

    @Test
    void needsTheTotalOfAnOrderThatItThanksFor() {
        JsonObject envelope = envelope(ORDER.created());
        envelope.getJsonObject("detail").remove("totalPrice");

        assertThat(problem(byHand(envelope)).errors().getFirst().field()).isEqualTo("totalPrice");
    }

    @ParameterizedTest
    @CsvSource({"OrderPlaced", "StockCreated", "Other", "''"})
    void writesAboutNoOtherEvent(String type) {
        JsonObject envelope = envelope(ORDER.deliverable()).put("detail-type", type);

        assertThat(problem(byHand(envelope)).kind()).isEqualTo(Kind.INVALID);
        assertThat(database.calls("keepEmail")).isEmpty();
    }

    private Future<?> onItself(OrderEvent event) {
        return switch (event) {
            case OrderCreated created -> bench.tell.on(created);
            case OrderDeliverable deliverable -> bench.tell.on(deliverable);
            case DeliveryBooked booked -> bench.tell.on(booked);
            case OrderCancelled cancelled -> bench.tell.on(cancelled);
            default -> throw new IllegalArgumentException("no mail for " + event.type());
        };
    }

    private static JsonObject envelope(OrderEvent event) {
        return new JsonObject(EventJson.write(EventEnvelope.of(event)));
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
        return Future.succeededFuture(Request.of(body)).compose(bench.byHand::handle);
    }

    private static Problem problem(Future<?> failed) {
        assertThat(failed.cause()).isInstanceOf(ProblemException.class);
        return ((ProblemException) failed.cause()).problem();
    }
}
