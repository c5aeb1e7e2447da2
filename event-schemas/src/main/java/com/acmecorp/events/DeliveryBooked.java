package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * A delivery time was booked, or changed.
 *
 * @param state null where the customer told none, as is postalCode
 * @param language two letters; null: the market's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryBooked(
        OrderId orderId,
        String name,
        String email,
        String phone,
        String street,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String language,
        DeliveryTime deliveryTime,
        Metadata metadata)
        implements AddressedEvent {

    @Override
    public EventType type() {
        return EventType.DELIVERY_BOOKED;
    }
}
