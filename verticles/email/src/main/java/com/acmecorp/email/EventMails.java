package com.acmecorp.email;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderPlaced;
import com.acmecorp.events.StockCreated;

/** Which mail an event calls for. */
record EventMails(Markets markets) {

    /**
     * The mail.
     *
     * @throws IllegalArgumentException when the event calls for none
     */
    CustomerMail mail(OrderEvent event, Contact contact) {
        Addressee to = addressee(event, contact);
        return switch (event) {
            case OrderCreated created ->
                new CustomerMail.OrderReceived(
                        to,
                        OrderedPlants.of(created.products()),
                        to.charged(created.charged(), created.totalPrice()));
            case OrderDeliverable _ -> new CustomerMail.ReadyForDelivery(to);
            case DeliveryBooked booked ->
                new CustomerMail.DeliveryConfirmed(
                        to,
                        contact.street(),
                        contact.town(),
                        booked.deliveryTime(),
                        change(booked));
            case OrderCancelled cancelled ->
                new CustomerMail.OrderCancelled(
                        to,
                        to.charged(cancelled.charged(), cancelled.totalPrice()),
                        cancelled.settlement());
            case OrderPlaced _, StockCreated _ ->
                throw new IllegalArgumentException(event.type() + " calls for no mail");
        };
    }

    private static int change(DeliveryBooked booked) {
        return EventKey.revisionOf(
                booked.orderId(), EventType.DELIVERY_BOOKED, booked.metadata().eventId());
    }

    private Addressee addressee(OrderEvent event, Contact contact) {
        return contact.addressee(
                event.orderId(),
                markets.orFirst(event.metadata().market()),
                event.metadata().isTest());
    }
}
