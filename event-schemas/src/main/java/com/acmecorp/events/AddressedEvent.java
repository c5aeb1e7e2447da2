package com.acmecorp.events;

import org.jspecify.annotations.Nullable;

/** An event that tells whom an order's plants are for and where they go. */
public sealed interface AddressedEvent extends OrderEvent
        permits OrderCreated, OrderDeliverable, DeliveryBooked {

    String name();

    String email();

    String street();

    String city();

    @Nullable
    String state();

    @Nullable
    String postalCode();

    @Nullable
    String language();
}
