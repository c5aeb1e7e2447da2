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
 * The mails that somebody asked for, as they are to be written now: the journal tells what happened, the order who
 * reads of it.
 */
final class RequestedMails {

    private static final Map<Template, EventType> EVENTS = Map.of(
            Template.ORDER_RECEIVED, EventType.ORDER_CREATED,
            Template.READY_FOR_DELIVERY, EventType.ORDER_DELIVERABLE,
            Template.DELIVERY_REMINDER, EventType.ORDER_DELIVERABLE,
            Template.DELIVERY_BOOKED, EventType.DELIVERY_BOOKED,
            Template.ORDER_CANCELLED, EventType.ORDER_CANCELLED);

    private final Markets markets;
    private final EventMails events;
    private final DatabaseClient database;

    RequestedMails(Markets markets, DatabaseClient database) {
        this.markets = markets;
        this.events = new EventMails(markets);
        this.database = database;
    }

    /**
     * The mail that was asked for.
     *
     * @param asked an AskedMail of the GraphQL schema
     */
    Future<CustomerMail> mail(JsonObject asked) {
        JsonObject order = JsonObject.of("id", asked.getLong("orderId"));
        return database.execute(EmailOperations.GET_HISTORY, order)
                .map(history -> mail(asked, history));
    }

    private CustomerMail mail(JsonObject asked, JsonObject history) {
        String name = asked.getString("template");
        String revision = asked.getString("revision");
        if (!name.endsWith(CustomerMail.SentAgain.SUFFIX)) {
            return links(asked, history);
        }
        String first = name.substring(0, name.length() - CustomerMail.SentAgain.SUFFIX.length());
        Template template = Template.named(first).orElseThrow(() -> nothingFor(name));
        CustomerMail mail = template == Template.ORDER_LINKS
                ? links(asked, history)
                : ofEvent(template, contact(history), history.getJsonArray("getTimeline"));
        return new CustomerMail.SentAgain(mail, revision);
    }

    private CustomerMail links(JsonObject asked, JsonObject history) {
        JsonObject row = contact(history);
        Addressee to = Contact.of(row)
                .addressee(
                        new OrderId(asked.getLong("orderId")),
                        markets.orFirst(row.getString("market")),
                        row.getLong("testId") > 0);
        return new CustomerMail.OrderLinks(to, asked.getString("revision"));
    }

    private static JsonObject contact(JsonObject history) {
        JsonObject contact = history.getJsonObject("getContact");
        if (contact == null) {
            throw nothingFor(Template.ORDER_LINKS.fileName());
        }
        return contact;
    }

    /** The last event counts: of a delivery that was changed, the time that is booked now. */
    private CustomerMail ofEvent(Template template, JsonObject contact, JsonArray timeline) {
        EventType type = Objects.requireNonNull(EVENTS.get(template));
        CustomerMail mail = timeline.stream()
                .map(JsonObject.class::cast)
                .filter(entry -> type.wireName().equals(entry.getString("event")))
                .reduce((earlier, later) -> later)
                .map(entry -> EventJson.read(entry.getString("detail"), type.record()))
                .map(event -> events.mail(event, Contact.of(contact)))
                .orElseThrow(() -> nothingFor(template.fileName()));
        return template == Template.DELIVERY_REMINDER
                ? new CustomerMail.DeliveryReminder(mail.to(), 1)
                : mail;
    }

    private static RuntimeException nothingFor(String name) {
        return Problem.of(Kind.INVALID, "Nothing has happened that a mail " + name + " tells of.")
                .asException();
    }
}
