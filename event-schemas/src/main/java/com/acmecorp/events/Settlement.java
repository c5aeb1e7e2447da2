package com.acmecorp.events;

/** How an order is paid for. */
public enum Settlement {
    /** Its customer paid before it was accepted. */
    PAID,
    /** Its customer is sent an invoice. */
    INVOICE
}
