package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.EventKey;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What operators do to an order for its customer, and customers who lost their links, on a real server. */
class CustomerServiceTest {

    private static final long SLOT_MS = System.currentTimeMillis() + 4_000_000_000_000L;

    private static TestDatabase database;
    private long id;

    @BeforeAll
    static void start() {
        database = new TestDatabase(new JsonObject());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void placeAnOrder() {
        id = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
        database.execute(Samples.ACCEPT, new JsonObject().put("order", Samples.accepted(id)));
        database.execute(Samples.PLACE, Samples.placed(id));
    }

    @Test
    void correctsTheContactForAllThatComes() {
        keepMail("order-received");
        JsonObject corrected = correct("ann@right.example", "typed wrong");

        database.execute(Samples.moveTo(id, "STOCKED"));

        assertThat(corrected.getString("customerEmail")).isEqualTo("ann@right.example");
        assertThat(detail("OrderCreated").getString("email")).isEqualTo("ana@example.com");
        assertThat(detail("OrderDeliverable").getString("email")).isEqualTo("ann@right.example");
        assertThat(recipient("order-received")).isEqualTo("Ann <ann@right.example>");
        assertThat(database.execute(Samples.PLACE, Samples.placed(id)).getJsonObject("placeOrder"))
                .as("its first event, when it comes again")
                .isNotNull();
    }

    @Test
    void correctsStatePostalCodeAndLanguageOnlyWhereTheyAreSaid() {
        correct(
                "ann@right.example",
                "moved",
                "state: \"Hawaii\", postalCode: \"96813\", language: \"es\"");
        correct("ann@wrong.example", "typed wrong");

        assertThat(place()).isEqualTo("Hawaii 96813 es");
        database.execute(Samples.moveTo(id, "STOCKED"));
        assertThat(detail("OrderDeliverable"))
                .contains(Map.entry("state", "Hawaii"), Map.entry("language", "es"));

        correct("ann@wrong.example", "neither", "state: \"\", postalCode: \" \"");
        assertThat(place()).isEqualTo("null null es");
        refused(Kind.INVALID, correction("ann@right.example", "x", "language: \"fr\""));
    }

    private String place() {
        JsonObject contact = database.execute(
                        "{ getContact(id: %d) { state postalCode language } }".formatted(id))
                .getJsonObject("getContact");
        return contact.getString("state")
                + " "
                + contact.getString("postalCode")
                + " "
                + contact.getString("language");
    }

    @Test
    void keepsWhoDidWhatAndWhyAndNothingTwice() {
        correct("ann@right.example", "typed wrong");
        correct("ann@right.example", "typed wrong");

        JsonObject action = onlyAction();

        assertThat(action.getString("action")).isEqualTo("correctContact");
        assertThat(action.getString("operator")).isEqualTo("Kim");
        assertThat(action.getString("reason")).isEqualTo("typed wrong");
        assertThat(action.getString("before")).contains("ana@example.com", "Calle 1");
        assertThat(action.getString("after")).contains("ann@right.example", "2 Fern St");
        assertThat(action.getLong("actedAtMs")).isPositive();
    }

    @Test
    void refusesContactDataThatNobodyCouldDeliverTo() {
        refused(Kind.INVALID, correction("no address", "typed wrong"));
        refused(Kind.INVALID, correction("ann@right.example", " "));
        refused(
                Kind.NOT_FOUND,
                correction("ann@right.example", "typed wrong").replace("id: " + id, "id: 77"));
        assertThat(actions()).isEmpty();
    }

    @Test
    void endsTheLinksOnceForEachReason() {
        JsonObject first = newLinks("went to a stranger");
        JsonObject again = newLinks("went to a stranger");
        JsonObject second = newLinks("and once more");

        assertThat(first.getInteger("linkGeneration")).isEqualTo(1);
        assertThat(again).isEqualTo(first);
        assertThat(second.getInteger("linkGeneration")).isEqualTo(2);
        assertThat(asked()).containsExactly("order-links links-1", "order-links links-2");
        database.execute(Samples.moveTo(id, "STOCKED"));
        assertThat(detail("OrderDeliverable")
                        .getJsonObject("metadata")
                        .getInteger("linkGeneration"))
                .isEqualTo(2);
        refused(Kind.FORBIDDEN, cancelWithLink(1));
        database.execute(cancelWithLink(2));
    }

    @Test
    void cancelsABookedOrderForAnOperator() {
        database.execute(Samples.moveTo(id, "STOCKED"));
        database.execute(Samples.book(id, SLOT_MS, "5"));
        refused(Kind.CONFLICT, Samples.cancel(id));
        String byOperator = "mutation { cancelOrder(id: %d, %s) { status deliveryTime } }"
                .formatted(id, by("moved away"));

        JsonObject cancelled = database.execute(byOperator).getJsonObject("cancelOrder");

        assertThat(cancelled.getString("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.getString("deliveryTime")).isNull();
        assertThat(database.execute(byOperator).getJsonObject("cancelOrder")).isEqualTo(cancelled);
        assertThat(database.timeline(id)).endsWith("DeliveryBooked", "OrderCancelled");
        assertThat(database.count("SELECT booked FROM delivery_slots WHERE slot_ms = " + SLOT_MS))
                .isZero();
        assertThat(onlyAction().getString("before")).contains("STOCKED, delivery ");
        database.execute(Samples.moveTo(id, "DELIVERY_BOOKED"));
        refused(Kind.CONFLICT, Samples.book(id, SLOT_MS, "5"));
    }

    @Test
    void changesADeliveryForAnOperatorAsOftenAsAnOrderHasEventsForIt() {
        refused(Kind.CONFLICT, change(SLOT_MS, "too early"));
        database.execute(Samples.moveTo(id, "STOCKED"));
        for (int change = 0; change <= EventKey.MOST_CHANGES; change++) {
            database.execute(change(SLOT_MS + change, "the van broke down"));
        }
        JsonObject again =
                database.execute(change(SLOT_MS + EventKey.MOST_CHANGES, "once too often"));

        assertThat(again.getJsonObject("changeDelivery").getString("deliveryTime"))
                .isEqualTo(String.valueOf(SLOT_MS + EventKey.MOST_CHANGES));
        refused(Kind.INVALID, change(SLOT_MS, "once too often"));
        refused(Kind.INVALID, change(SLOT_MS, " "));
        assertThat(actions()).hasSize(EventKey.MOST_CHANGES + 1);
        JsonObject last = actions().getJsonObject(EventKey.MOST_CHANGES);
        assertThat(last.getString("action")).isEqualTo("changeDelivery");
        assertThat(last.getString("reason")).isEqualTo("the van broke down");
        assertThat(last.getString("before"))
                .isEqualTo("STOCKED, delivery "
                        + Instant.ofEpochMilli(SLOT_MS + EventKey.MOST_CHANGES - 1));
        assertThat(last.getString("after"))
                .isEqualTo("STOCKED, delivery "
                        + Instant.ofEpochMilli(SLOT_MS + EventKey.MOST_CHANGES));
    }

    @Test
    void asksForAMailAgainThatTheOrderHad() {
        String again =
                "mutation { sendMailAgain(id: %d, template: \"order-received\", %s) { revision } }"
                        .formatted(id, by("never came"));
        refused(Kind.NOT_FOUND, again);
        keepMail("order-received");

        database.execute(again);
        database.execute(again);
        database.execute(again.replace("never came", "nor that one"));

        assertThat(asked()).containsExactly("order-received-again 1", "order-received-again 2");
        assertThat(recipient("order-received-again")).isEqualTo("Ana Niño 🌵 <ana@example.com>");
        assertThat(keepMail("order-received-again", "1")).isEqualTo("TO_SEND");
        assertThat(database.text("SELECT text FROM emails WHERE template = 'order-received-again'"
                        + " AND revision = '1' AND order_id = " + id))
                .isEqualTo("some words");
    }

    @Test
    void asksForTheLinksOnceInAWhile() {
        assertThat(askForLinks(id)).isTrue();
        assertThat(askForLinks(id)).isFalse();
        assertThat(asked()).hasSize(1);
        refused(Kind.NOT_FOUND, "mutation { askForLinks(id: 77) }");
    }

    @Test
    void knowsOrdersThatAreAcceptedAndNotPlacedYet() {
        long accepted = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
        database.execute(Samples.ACCEPT, new JsonObject().put("order", Samples.accepted(accepted)));

        assertThat(database.execute("{ getContact(id: %d) { email linkGeneration } }"
                                .formatted(accepted))
                        .getJsonObject("getContact"))
                .isEqualTo(JsonObject.of("email", "ana@example.com", "linkGeneration", 0));
        assertThat(askForLinks(accepted)).isTrue();
        refused(
                Kind.IN_PROGRESS,
                "mutation { newLinks(id: %d, %s) { orderId } }".formatted(accepted, by("x")));
    }

    private JsonObject correct(String email, String reason) {
        return correct(email, reason, "");
    }

    private JsonObject correct(String email, String reason, String place) {
        return database.execute(correction(email, reason, place)).getJsonObject("correctContact");
    }

    private String correction(String email, String reason) {
        return correction(email, reason, "");
    }

    private String correction(String email, String reason, String place) {
        return """
                mutation { correctContact(id: %d, contact: {name: "Ann", email: "%s", phone: "5550100",
                  street: "2 Fern St", city: "Portland" %s}, %s) { customerEmail } }""".formatted(id, email, place, by(reason));
    }

    private JsonObject newLinks(String reason) {
        return database.execute("mutation { newLinks(id: %d, %s) { linkGeneration } }"
                        .formatted(id, by(reason)))
                .getJsonObject("newLinks");
    }

    private String change(long slotMs, String reason) {
        return "mutation { changeDelivery(id: %d, choice: {deliveryTime: \"%d\", capacity: 5}, %s) { deliveryTime } }"
                .formatted(id, slotMs, by(reason));
    }

    private static String by(String reason) {
        return "by: {operator: \"Kim\", reason: \"%s\"}".formatted(reason);
    }

    private String cancelWithLink(int generation) {
        return "mutation { cancelOrder(id: %d, linkGeneration: %d) { status } }"
                .formatted(id, generation);
    }

    private static boolean askForLinks(long order) {
        return database.execute("mutation { askForLinks(id: %d) }".formatted(order))
                .getBoolean("askForLinks");
    }

    private void keepMail(String template) {
        keepMail(template, "");
    }

    private String keepMail(String template, String revision) {
        return database.execute("""
                mutation { keepEmail(email: {orderId: %d, template: "%s", revision: "%s", recipient: "Ana Niño 🌵 <ana@example.com>",
                  subject: "b", text: "some words", keepOnly: false}) }""".formatted(id, template, revision)).getString("keepEmail");
    }

    private String recipient(String template) {
        return database.text(
                "SELECT MAX(recipient) FROM emails WHERE template = '%s' AND order_id = %d"
                        .formatted(template, id));
    }

    private List<String> asked() {
        return database
                .execute("{ getAskedMails(after: %d, limit: 100) { orderId template revision } }"
                        .formatted(id - 1))
                .getJsonArray("getAskedMails")
                .stream()
                .map(JsonObject.class::cast)
                .filter(mail -> mail.getLong("orderId") == id)
                .map(mail -> mail.getString("template") + " " + mail.getString("revision"))
                .toList();
    }

    private JsonObject detail(String event) {
        return database
                .execute("{ getTimeline(id: %d) { event detail } }".formatted(id))
                .getJsonArray("getTimeline")
                .stream()
                .map(JsonObject.class::cast)
                .filter(entry -> entry.getString("event").equals(event))
                .map(entry -> new JsonObject(entry.getString("detail")))
                .findFirst()
                .orElseThrow();
    }

    private JsonArray actions() {
        return database.execute("""
                { getOperatorActions(orderId: %d) { number action operator reason before after actedAtMs } }""".formatted(id)).getJsonArray("getOperatorActions");
    }

    private JsonObject onlyAction() {
        assertThat(actions()).hasSize(1);
        return actions().getJsonObject(0);
    }

    private static void refused(Kind kind, String document) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> database.execute(document))
                .satisfies(refusal -> assertThat(refusal.problem().kind()).isEqualTo(kind));
    }
}
