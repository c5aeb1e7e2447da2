package com.acmecorp.database.order;

import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Metadata;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Settlement;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What an order was placed with. It never changes by itself: operators may correct the contact data.
 *
 * @param products SKUs with commas between
 * @param orgNumberText the digits of orgNumber with the zeros in front; null of orders from before
 *     they were kept
 * @param testId 0 for a customer's order
 * @param charged what was charged or is invoiced; null for orders of before that was kept
 * @param acceptedAt when the customer was told yes
 * @param corrections what operators changed since
 */
public record Facts(
        OrderId orderId,
        Contact contact,
        String customerType,
        String market,
        String products,
        UsdCents totalPrice,
        @Nullable BigInteger orgNumber,
        @Nullable String orgNumberText,
        long testId,
        @Nullable Money charged,
        TraceParent trace,
        Instant acceptedAt,
        Corrections corrections) {

    /** An order that no operator has touched. */
    public Facts(
            OrderId orderId,
            Contact contact,
            String customerType,
            String market,
            String products,
            UsdCents totalPrice,
            @Nullable BigInteger orgNumber,
            @Nullable String orgNumberText,
            long testId,
            @Nullable Money charged,
            TraceParent trace,
            Instant acceptedAt) {
        this(
                orderId,
                contact,
                customerType,
                market,
                products,
                totalPrice,
                orgNumber,
                orgNumberText,
                testId,
                charged,
                trace,
                acceptedAt,
                Corrections.NONE);
    }

    Facts with(Contact corrected) {
        return with(corrected, corrections.ofContact());
    }

    Facts withNewLinks() {
        return with(contact, corrections.ofLinks());
    }

    private Facts with(Contact latest, Corrections since) {
        return new Facts(
                orderId,
                latest,
                customerType,
                market,
                products,
                totalPrice,
                orgNumber,
                orgNumberText,
                testId,
                charged,
                trace,
                acceptedAt,
                since);
    }

    /** The event that begins the order's journey. */
    public OrderCreated created(Instant now, Settlement settlement) {
        return new OrderCreated(
                orderId,
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.street(),
                contact.city(),
                contact.state(),
                contact.postalCode(),
                contact.language(),
                customerType,
                market,
                products,
                totalPrice,
                orgNumber,
                orgNumberText,
                testId,
                charged,
                settlement,
                new Metadata(
                        EventKey.of(orderId, EventType.ORDER_CREATED).eventId(),
                        Metadata.SCHEMA_VERSION,
                        now,
                        trace,
                        market,
                        testId));
    }

    public Facts charging(Money amount) {
        return new Facts(
                orderId,
                contact,
                customerType,
                market,
                products,
                totalPrice,
                orgNumber,
                orgNumberText,
                testId,
                amount,
                trace,
                acceptedAt,
                corrections);
    }

    /**
     * Whether it is the same order placed again, be it through another request at another time, or with the contact
     * data that it had before an operator corrected them.
     */
    public boolean sameOrderAs(Facts other) {
        return orderId.equals(other.orderId)
                && (contact.equals(other.contact) || corrections.contact() > 0)
                && products.equals(other.products)
                && totalPrice.equals(other.totalPrice)
                && testId == other.testId;
    }
}
