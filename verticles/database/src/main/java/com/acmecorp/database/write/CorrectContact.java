package com.acmecorp.database.write;

import com.acmecorp.database.order.Contact;
import com.acmecorp.database.order.Order;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.OrderId;

/**
 * Corrects who gets an order's plants, and where. Events that are written already stay as they are; later ones have the
 * corrected data, and mails that weren't sent yet go to the corrected address.
 */
public record CorrectContact(OrderId orderId, Contact correction, Operator by)
        implements Write<Order> {

    private static final String ACTION = "correctContact";

    @Override
    public void need(UnitOfWork work) {
        new PlacedOrder(orderId).need(work);
        work.operatorActions().need(orderId);
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = new PlacedOrder(orderId).require(work);
        Order corrected = order.correct(correction);
        if (!corrected.equals(order)) {
            Contact contact = corrected.facts().contact();
            work.orders().save(corrected);
            work.orders().saveCorrections(corrected);
            work.emails().readdress(orderId, contact.mailbox());
            work.operatorActions()
                    .add(orderId, ACTION, by, json(order.facts().contact()), json(contact));
        }
        return corrected;
    }

    private static String json(Contact contact) {
        return EventJson.write(contact);
    }
}
