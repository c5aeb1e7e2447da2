package com.acmecorp.email;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.Markets;
import com.acmecorp.events.Metadata;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;

/** Sends the letter that an event calls for. */
final class TellCustomer {

    private static final StepLog LOG = StepLog.of(TellCustomer.class);

    private final Markets markets;
    private final SendLetter sendLetter;

    TellCustomer(Markets markets, SendLetter sendLetter) {
        this.markets = markets;
        this.sendLetter = sendLetter;
    }

    Future<?> on(OrderCreated event) {
        Addressee to = addressee(event.orderId(), event.name(), event.email(), event.metadata());
        return send(
                new Letter.OrderReceived(
                        to,
                        OrderedPlants.of(event.products()),
                        to.charged(event.charged(), event.totalPrice())),
                event);
    }

    Future<?> on(OrderDeliverable event) {
        Addressee to = addressee(event.orderId(), event.name(), event.email(), event.metadata());
        return send(new Letter.ReadyForDelivery(to), event);
    }

    Future<?> on(DeliveryBooked event) {
        Addressee to = addressee(event.orderId(), event.name(), event.email(), event.metadata());
        return send(
                new Letter.DeliveryConfirmed(
                        to, event.street(), event.city(), event.deliveryTime()),
                event);
    }

    Future<?> on(OrderCancelled event) {
        Addressee to = addressee(event.orderId(), event.name(), event.email(), event.metadata());
        return send(
                new Letter.OrderCancelled(
                        to, to.charged(event.charged(), event.totalPrice()), event.settlement()),
                event);
    }

    private Addressee addressee(OrderId order, String name, String email, Metadata metadata) {
        return new Addressee(
                order, name, email, markets.orFirst(metadata.market()), metadata.isTest());
    }

    private Future<?> send(Letter letter, OrderEvent event) {
        return sendLetter.send(letter).onSuccess(outcome -> log(letter, outcome, event));
    }

    private static void log(Letter letter, SendLetter.Outcome outcome, OrderEvent event) {
        LOG.step("mail " + letter.template().fileName() + " is " + outcome, event);
    }
}
