package com.acmecorp.platform.figures;

import java.util.Locale;

/** Something that is counted. */
public enum Figure {
    /** Payments that a bank took. */
    PAYMENTS_PAID,
    /** Payments that a bank declined. */
    PAYMENTS_DECLINED,
    /** Requests for new orders that were told to come later, because there was no room. */
    ORDERS_REFUSED,
    /** Requests that were refused, because their client had its share. */
    REQUESTS_LIMITED,
    /** Connections that were closed, because there were too many, or nothing came of them in time. */
    CONNECTIONS_ENDED;

    /** Its name among the metrics. */
    public String metric() {
        return "acme_" + name().toLowerCase(Locale.ROOT) + "_total";
    }
}
