package com.acmecorp.email;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.Metadata;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.text.ContactField;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Sends a mail that somebody asks for, in the same way as its event would: whoever asks for one
 * that the event has sent, or asks twice, sends nothing. Who it goes to is in the request.
 * Language, plants and total are the order's, unless the request is the event itself, which has
 * them: the first event may be here before its order's row.
 */
final class TellCustomerByHand {

    private static final StepLog LOG = StepLog.of(TellCustomerByHand.class);
    private static final Map<String, Template> TRANSACTIONS = Map.of(
            EventType.ORDER_CREATED.wireName(), Template.ORDER_RECEIVED,
            EventType.ORDER_DELIVERABLE.wireName(), Template.READY_FOR_DELIVERY,
            EventType.DELIVERY_BOOKED.wireName(), Template.DELIVERY_BOOKED,
            EventType.ORDER_CANCELLED.wireName(), Template.ORDER_CANCELLED);

    private final Markets markets;
    private final DatabaseClient database;
    private final SendMail sendMail;

    TellCustomerByHand(Markets markets, DatabaseClient database, SendMail sendMail) {
        this.markets = markets;
        this.database = database;
        this.sendMail = sendMail;
    }

    Future<JsonObject> handle(Request request) {
        return request.metadata()
                .map(metadata -> Future.succeededFuture(about(request, metadata)))
                .orElseGet(() -> about(request))
                .map(order -> mail(request, order))
                .compose(mail -> send(mail, request));
    }

    /**
     * What a mail must know of its order.
     *
     * @param products empty where an event doesn't tell them
     */
    private record About(
            Market market,
            Reader reader,
            boolean isTest,
            int linkGeneration,
            OrderedPlants products,
            OrderAmount amount) {}

    private About about(Request event, Metadata metadata) {
        Market market = markets.orFirst(metadata.market());
        return new About(
                market,
                Reader.of(market, event.detail()),
                metadata.isTest(),
                metadata.goodLinks(),
                OrderedPlants.of(event.detail().getString("products", "")),
                OrderAmount.of(event.detail()));
    }

    private Future<About> about(Request request) {
        JsonObject order = JsonObject.of("id", request.orderId().value());
        return database.execute(EmailOperations.GET_ORDER, order)
                .map(answer -> about(
                        request.detail(),
                        answer.getJsonObject("getOrder"),
                        answer.getJsonObject("getPayment")));
    }

    /** What the request says of its reader counts before what the order says. */
    private About about(JsonObject asked, JsonObject order, @Nullable JsonObject payment) {
        Market market = markets.orFirst(order.getString("customerMarket"));
        return new About(
                market,
                Reader.of(
                        market,
                        asked.getString("language", order.getString("customerLanguage")),
                        asked.getString("state", order.getString("customerState")),
                        asked.getString("postalCode", order.getString("customerPostalCode"))),
                order.getLong("testId") > 0,
                order.getInteger("linkGeneration"),
                OrderedPlants.of(order.getString("orderedProducts")),
                OrderAmount.of(order, payment));
    }

    private CustomerMail mail(Request request, About order) {
        Addressee to = new Addressee(
                request.orderId(),
                contact(request, ContactField.NAME),
                contact(request, ContactField.EMAIL),
                order.market(),
                order.reader(),
                order.isTest(),
                order.linkGeneration());
        requireMailbox(to);
        return switch (template(request)) {
            case ORDER_RECEIVED ->
                new CustomerMail.OrderReceived(
                        to, order.products(), order.amount().shownTo(to));
            case READY_FOR_DELIVERY -> new CustomerMail.ReadyForDelivery(to);
            case DELIVERY_BOOKED ->
                new CustomerMail.DeliveryConfirmed(
                        to,
                        contact(request, ContactField.STREET),
                        town(request),
                        time(request),
                        change(request));
            case DELIVERY_REMINDER, ORDER_LINKS -> throw unknownTransaction();
            case ORDER_CANCELLED ->
                new CustomerMail.OrderCancelled(
                        to, order.amount().shownTo(to), order.amount().settlement());
        };
    }

    private static String town(Request request) {
        return Contact.town(
                contact(request, ContactField.CITY),
                optional(request, ContactField.STATE),
                optional(request, ContactField.POSTAL_CODE));
    }

    private static @Nullable String optional(Request request, ContactField field) {
        String typed = request.detail().getString(field.field());
        return typed == null || typed.isBlank() ? null : contact(request, field);
    }

    private static String contact(Request request, ContactField field) {
        String typed = request.text(field.field());
        field.fault(typed).ifPresent(fault -> {
            throw invalid(field.field(), "%s %s.".formatted(field.field(), fault));
        });
        return field.normalise(typed);
    }

    /** Before anything is kept. */
    private static void requireMailbox(Addressee to) {
        SendMail.mailbox(to);
    }

    private static Template template(Request request) {
        Template template = TRANSACTIONS.get(request.transaction());
        if (template == null) {
            throw unknownTransaction();
        }
        return template;
    }

    private static ProblemException unknownTransaction() {
        return invalid(
                "transaction",
                "transaction must be OrderCreated, OrderDeliverable, DeliveryBooked or OrderCancelled.");
    }

    private static DeliveryTime time(Request request) {
        try {
            return DeliveryTime.parse(request.text("deliveryTime"));
        } catch (IllegalArgumentException e) {
            throw invalid("deliveryTime", "deliveryTime must be epoch milliseconds.");
        }
    }

    /** Which change of the booking an event tells of; whoever asks by hand means the first mail of that time. */
    private static int change(Request request) {
        return request.metadata()
                .map(metadata -> EventKey.revisionOf(
                        request.orderId(), EventType.DELIVERY_BOOKED, metadata.eventId()))
                .orElse(0);
    }

    private static ProblemException invalid(String field, String detail) {
        return Problem.ofField(Kind.INVALID, field, detail).asException();
    }

    private Future<JsonObject> send(CustomerMail mail, Request request) {
        return sendMail.send(mail)
                .onSuccess(outcome -> log(mail, outcome, request))
                .map(outcome -> JsonObject.of("message", message(mail, outcome)));
    }

    private static void log(CustomerMail mail, SendMail.Outcome outcome, Request request) {
        LOG.step(
                "mail " + mail.template().fileName() + " is " + outcome + ", asked for by a call",
                mail.to().order(),
                request.trace());
    }

    private static String message(CustomerMail mail, SendMail.Outcome outcome) {
        return "The mail %s for order %s %s."
                .formatted(
                        mail.template().fileName(),
                        mail.to().order(),
                        switch (outcome) {
                            case SENT -> "was sent";
                            case SENT_BEFORE -> "had been sent before and was not sent again";
                            case KEPT -> "was kept and not sent, for the order is a test";
                        });
    }
}
