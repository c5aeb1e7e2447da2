package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * The order's row is in the database.
 *
 * @param charged what was charged or is invoiced; null where the order doesn't know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderPlaced(
        OrderId orderId,
        String products,
        String name,
        String email,
        UsdCents totalPrice,
        @Nullable Money charged,
        Metadata metadata)
        implements OrderEvent {

    @Override
    public EventType type() {
        return EventType.ORDER_PLACED;
    }
}
