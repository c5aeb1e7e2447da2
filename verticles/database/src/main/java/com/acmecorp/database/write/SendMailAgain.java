package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Asks for one of an order's mails once more, as it would be written now: to the present address, with the links that are
 * good. The mail with the links can be asked for even if it was never sent.
 */
public record SendMailAgain(OrderId orderId, String template, Operator by)
        implements Write<EmailKey> {

    private static final String ACTION = "sendMailAgain";

    @Override
    public void need(UnitOfWork work) {
        new PlacedOrder(orderId).need(work);
        work.emails().need(orderId);
        work.operatorActions().need(orderId);
    }

    @Override
    public EmailKey decide(UnitOfWork work) {
        Order order = new PlacedOrder(orderId).require(work);
        requireKept(work);
        String action = ACTION + " " + template;
        int earlier = work.emails().revisions(orderId, again()).size();
        if (earlier > 0 && work.operatorActions().isRepeated(orderId, action, by)) {
            return key(earlier);
        }
        EmailKey mail = key(earlier + 1);
        String recipient = order.facts().contact().mailbox();
        work.emails().ask(mail, recipient, work.now());
        work.operatorActions().add(orderId, action, by, "", "to " + recipient);
        return mail;
    }

    private void requireKept(UnitOfWork work) {
        if (!template.equals(EmailKey.ORDER_LINKS)
                && work.emails().revisions(orderId, template).isEmpty()) {
            throw Problem.ofField(
                            Kind.NOT_FOUND,
                            "template",
                            "Order %s has no mail of that name; it has %s."
                                    .formatted(orderId, work.emails().templates(orderId)))
                    .asException();
        }
    }

    private EmailKey key(int number) {
        return new EmailKey(orderId, again(), Integer.toString(number));
    }

    private String again() {
        return template + EmailKey.AGAIN;
    }
}
