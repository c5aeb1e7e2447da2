package com.acmecorp.email;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Map;
import java.util.Objects;

/**
 * The letters that somebody asked for, as they are to be written now: the journal tells what happened, the order who
 * reads of it.
 */
final class AskedLetters {

    private static final Map<Template, EventType> EVENTS = Map.of(
            Template.ORDER_RECEIVED, EventType.ORDER_CREATED,
            Template.READY_FOR_DELIVERY, EventType.ORDER_DELIVERABLE,
            Template.DELIVERY_REMINDER, EventType.ORDER_DELIVERABLE,
            Template.DELIVERY_BOOKED, EventType.DELIVERY_BOOKED,
            Template.ORDER_CANCELLED, EventType.ORDER_CANCELLED);

    private final Markets markets;
    private final EventLetters events;
    private final DatabaseClient database;

    AskedLetters(Markets markets, DatabaseClient database) {
        this.markets = markets;
        this.events = new EventLetters(markets);
        this.database = database;
    }

    /**
     * The letter of a mail that was asked for.
     *
     * @param mail an AskedMail of the GraphQL schema
     */
    Future<Letter> letter(JsonObject mail) {
        JsonObject order = JsonObject.of("id", mail.getLong("orderId"));
        return database.execute(EmailOperations.GET_HISTORY, order)
                .map(history -> letter(mail, history));
    }

    private Letter letter(JsonObject mail, JsonObject history) {
        String name = mail.getString("template");
        String revision = mail.getString("revision");
        if (!name.endsWith(Letter.SentAgain.SUFFIX)) {
            return links(mail, history);
        }
        String first = name.substring(0, name.length() - Letter.SentAgain.SUFFIX.length());
        Template template = Template.named(first).orElseThrow(() -> nothingFor(name));
        Letter letter = template == Template.ORDER_LINKS
                ? links(mail, history)
                : ofEvent(template, contact(history), history.getJsonArray("getTimeline"));
        return new Letter.SentAgain(letter, revision);
    }

    private Letter links(JsonObject mail, JsonObject history) {
        JsonObject row = contact(history);
        Addressee to = Contact.of(row)
                .addressee(
                        new OrderId(mail.getLong("orderId")),
                        markets.orFirst(row.getString("market")),
                        row.getLong("testId") > 0);
        return new Letter.OrderLinks(to, mail.getString("revision"));
    }

    private static JsonObject contact(JsonObject history) {
        JsonObject contact = history.getJsonObject("getContact");
        if (contact == null) {
            throw nothingFor(Template.ORDER_LINKS.fileName());
        }
        return contact;
    }

    /** The last event counts: of a delivery that was changed, the time that is booked now. */
    private Letter ofEvent(Template template, JsonObject contact, JsonArray timeline) {
        EventType type = Objects.requireNonNull(EVENTS.get(template));
        Letter letter = timeline.stream()
                .map(JsonObject.class::cast)
                .filter(entry -> type.wireName().equals(entry.getString("event")))
                .reduce((earlier, later) -> later)
                .map(entry -> EventJson.read(entry.getString("detail"), type.record()))
                .map(event -> events.letter(event, Contact.of(contact)))
                .orElseThrow(() -> nothingFor(template.fileName()));
        return template == Template.DELIVERY_REMINDER
                ? new Letter.DeliveryReminder(letter.to(), 1)
                : letter;
    }

    private static RuntimeException nothingFor(String name) {
        return Problem.of(Kind.INVALID, "Nothing has happened that a mail " + name + " tells of.")
                .asException();
    }
}
