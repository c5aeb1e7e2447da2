package com.acmecorp.database.read;

import com.acmecorp.database.order.Contact;
import com.acmecorp.database.order.Facts;
import com.acmecorp.events.OrderCreated;

import org.jspecify.annotations.Nullable;

/**
 * To whom an order's mails go by now.
 *
 * @param language null: the market's
 * @param linkGeneration of the links that are good
 * @param contactCorrections how often an operator corrected these data
 */
public record OrderContact(
        String name,
        String email,
        String street,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String language,
        String market,
        long testId,
        int linkGeneration,
        int contactCorrections) {

    static OrderContact of(Facts facts) {
        Contact contact = facts.contact();
        return new OrderContact(
                contact.name(),
                contact.email(),
                contact.street(),
                contact.city(),
                contact.state(),
                contact.postalCode(),
                contact.language(),
                facts.market(),
                facts.testId(),
                facts.corrections().links(),
                facts.corrections().contact());
    }

    /** Of an order that is accepted and not placed yet. */
    static OrderContact of(OrderCreated event) {
        return new OrderContact(
                event.name(),
                event.email(),
                event.street(),
                event.city(),
                event.state(),
                event.postalCode(),
                event.language(),
                event.market(),
                event.testId(),
                0,
                0);
    }
}
