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

    private static final Comparator<EmailKey> ORDER = Comparator.comparing(EmailKey::orderId)
            .thenComparing(EmailKey::template)
            .thenComparing(EmailKey::revision);

    @Override
    public int compareTo(EmailKey other) {
        return ORDER.compare(this, other);
    }
}
