package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.OrderId;

/** Ends an order's links and asks for a mail with new ones. */
public record ReplaceLinks(OrderId orderId, Operator by) implements Write<Order> {

    private static final String ACTION = "newLinks";

    @Override
    public void need(UnitOfWork work) {
        new PlacedOrder(orderId).need(work);
        work.operatorActions().need(orderId);
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order order = new PlacedOrder(orderId).require(work);
        if (work.operatorActions().isRepeated(orderId, ACTION, by)) {
            return order;
        }
        Order replaced = order.replaceLinks();
        int generation = replaced.facts().corrections().links();
        work.orders().save(replaced);
        work.orders().saveCorrections(replaced);
        EmailKey mail = new EmailKey(orderId, EmailKey.ORDER_LINKS, "links-" + generation);
        work.emails().ask(mail, replaced.facts().contact().mailbox(), work.now());
        work.operatorActions()
                .add(orderId, ACTION, by, generation(generation - 1), generation(generation));
        return replaced;
    }

    private static String generation(int number) {
        return "links of generation " + number;
    }
}
