package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * The customer wants the order no longer. What was paid is to be given back; an invoice is void.
 *
 * @param language two letters; null: the market's
 * @param totalPrice what the order was worth
 * @param charged what was charged or invoiced; null where the order doesn't know
 * @param settlement null in events of before that was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderCancelled(
        OrderId orderId,
        String name,
        String email,
        @Nullable String language,
        UsdCents totalPrice,
        @Nullable Money charged,
        @Nullable Settlement settlement,
        Metadata metadata)
        implements OrderEvent {

    @Override
    public EventType type() {
        return EventType.ORDER_CANCELLED;
    }
}
