package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;

import java.util.Comparator;

/**
 * Which e-mail it is; each is sent once.
 *
 * @param revision tells a template's mails for one order apart
 */
public record EmailKey(OrderId orderId, String template, String revision)
        implements Comparable<EmailKey> {

    /** The mail with an order's links. */
    static final String ORDER_LINKS = "order-links";

    /** How the names of mails end that operators have sent again: they are beside the order's mails, not among them. */
    static final String AGAIN = "-again";

    private static final Comparator<EmailKey> ORDER = Comparator.comparing(EmailKey::orderId)
            .thenComparing(EmailKey::template)
            .thenComparing(EmailKey::revision);

    /** Whether somebody asked for it: its words are written when it is sent, as they are then. */
    boolean isAskedFor() {
        return template.equals(ORDER_LINKS) || template.endsWith(AGAIN);
    }

    @Override
    public int compareTo(EmailKey other) {
        return ORDER.compare(this, other);
    }
}
