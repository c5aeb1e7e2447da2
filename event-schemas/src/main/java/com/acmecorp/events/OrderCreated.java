package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.Instant;

/**
 * The order was validated and, where its segment pays upfront, paid.
 *
 * @param state null where the customer told none, as is postalCode
 * @param language two letters; null: the market's
 * @param products SKUs with commas between; a SKU repeated is its quantity
 * @param orgNumber 6 to 20 digits as a number, only of a business
 * @param orgNumberText the same digits with the zeros in front of them; null in events of earlier
 *     releases
 * @param testId 0 for a customer's order, else the number of the test it belongs to
 * @param charged what was charged or is invoiced; null in events of before that was kept
 * @param settlement null in events of before that was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderCreated(
        OrderId orderId,
        String name,
        String email,
        String phone,
        String street,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String language,
        String customerType,
        String market,
        String products,
        UsdCents totalPrice,
        @Nullable BigInteger orgNumber,
        @Nullable String orgNumberText,
        long testId,
        @Nullable Money charged,
        @Nullable Settlement settlement,
        Metadata metadata)
        implements AddressedEvent {

    /** The same event, of an order that was prepared before and is accepted only then. */
    public OrderCreated at(Instant time) {
        return new OrderCreated(
                orderId,
                name,
                email,
                phone,
                street,
                city,
                state,
                postalCode,
                language,
                customerType,
                market,
                products,
                totalPrice,
                orgNumber,
                orgNumberText,
                testId,
                charged,
                settlement,
                metadata.at(time));
    }

    @Override
    public EventType type() {
        return EventType.ORDER_CREATED;
    }
}
