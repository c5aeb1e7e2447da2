package com.acmecorp.database.write;

import com.acmecorp.database.order.Contact;
import com.acmecorp.database.order.Facts;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Metadata;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

/**
 * Accepts an order: writes OrderCreated with its payment and idempotency key.
 *
 * @param payment null where an invoice is sent
 * @param claim null where the client sent no key
 */
public record AcceptOrder(
        Facts facts, @Nullable Payment payment, @Nullable IdempotencyClaim claim)
        implements Write<AcceptOrder.Receipt> {

    /**
     * What was accepted.
     *
     * @param accepted false when it had been accepted before, maybe under another number
     */
    public record Receipt(OrderId orderId, boolean accepted) {}

    @Override
    public boolean beginsJourney() {
        return true;
    }

    @Override
    public void need(UnitOfWork work) {
        work.events().need(key());
        if (claim != null) {
            work.idempotencyKeys().need(claim);
        }
    }

    @Override
    public Receipt decide(UnitOfWork work) {
        OrderId earlier = claim == null ? null : work.idempotencyKeys().find(claim);
        if (earlier != null) {
            return new Receipt(earlier, false);
        }
        if (work.events().has(key())) {
            return new Receipt(facts.orderId(), false);
        }
        work.events().emit(key(), created(work));
        if (payment != null) {
            work.payments().record(facts.orderId(), payment);
        }
        if (claim != null) {
            work.idempotencyKeys().claim(claim, facts.orderId(), work.now());
        }
        return new Receipt(facts.orderId(), true);
    }

    private EventKey key() {
        return EventKey.of(facts.orderId(), EventType.ORDER_CREATED);
    }

    private OrderCreated created(UnitOfWork work) {
        Contact contact = facts.contact();
        return new OrderCreated(
                facts.orderId(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.street(),
                contact.city(),
                facts.customerType(),
                facts.market(),
                facts.products(),
                facts.totalPrice(),
                facts.orgNumber(),
                facts.testId(),
                new Metadata(
                        key().eventId(),
                        Metadata.SCHEMA_VERSION,
                        work.now(),
                        facts.trace(),
                        facts.market(),
                        facts.testId()));
    }
}
