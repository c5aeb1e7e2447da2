package com.acmecorp.database.order;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Metadata;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.OrderPlaced;
import com.acmecorp.events.Settlement;
import com.acmecorp.events.StockCreated;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * An order: what may happen to it, and the events that tell of it. Its verbs answer the order as it is afterwards; what
 * has happened already changes nothing, what can't happen is refused with CONFLICT.
 */
public record Order(Facts facts, Progress progress) {

    private static final int CHANGES_ALLOWED = 1;

    public static Order place(Facts facts, Instant now) {
        return new Order(facts, Progress.placed(now));
    }

    public OrderId id() {
        return facts.orderId();
    }

    public boolean hasReached(Status status) {
        return progress.status().compareTo(status) >= 0;
    }

    /** The stockist delivers later. */
    public Order awaitGoods(Instant now) {
        return hasReached(Status.STOCKED) || progress.goodsAwaitedAt() != null
                ? this
                : new Order(facts, progress.awaitingGoods(now));
    }

    public Order markStocked(Instant now) {
        return hasReached(Status.STOCKED) ? this : new Order(facts, progress.stocked(now));
    }

    /** Books a delivery time on no special terms. */
    public Order book(DeliveryTime time) {
        return book(time, BookingTerms.NONE, Instant.EPOCH);
    }

    /** Books a delivery time, or changes it once; the same time again is no change. */
    public Order book(DeliveryTime time, BookingTerms terms, Instant now) {
        if (time.equals(progress.deliveryTime()) && !hasReached(Status.CANCELLED)) {
            return this;
        }
        if (terms.expected() != null) {
            terms.expected().check(this);
        }
        requireBookable();
        requireRevisionLeft(terms.override());
        if (terms.override()) {
            ChangeCutoff.requireToCome(time, now);
        } else {
            requireChangeLeft();
            if (terms.cutoff() != null) {
                terms.cutoff().check(this, time, now);
            }
        }
        return new Order(facts, progress.booked(time));
    }

    private void requireBookable() {
        if (hasReached(Status.CANCELLED)) {
            throw conflict("Order %s is cancelled, so no delivery can be booked for it.");
        }
        if (!hasReached(Status.STOCKED)) {
            throw conflict(
                    "The delivery of order %s can't be booked yet: its plants have not arrived.");
        }
    }

    /** Each change is an event, and an order has keys for so many. */
    private void requireRevisionLeft(boolean byOperator) {
        if (progress.deliveryRevision() >= EventKey.MOST_CHANGES) {
            String detail = byOperator
                    ? "The delivery of order %s was changed %d times, which is as often as can be; please cancel the order and place another."
                    : "The delivery of order %s was changed %d times and can't be changed any more; please call us.";
            throw Problem.ofField(
                            Kind.INVALID,
                            "deliveryTime",
                            detail.formatted(id(), EventKey.MOST_CHANGES))
                    .asException();
        }
    }

    private void requireChangeLeft() {
        if (progress.deliveryTime() != null && progress.deliveryRevision() >= CHANGES_ALLOWED) {
            throw conflict(
                    "The delivery time of order %s was changed once already; please call us to change it again.");
        }
    }

    public Order markDeliveryBooked(Instant now) {
        if (hasReached(Status.DELIVERY_BOOKED)) {
            return this;
        }
        if (progress.deliveryTime() == null) {
            throw conflict("No delivery is booked for order %s.");
        }
        return new Order(facts, progress.deliveryBooked(now));
    }

    /** Cancels the order, which its customer can until its delivery time is booked. */
    public Order cancel(Instant now) {
        if (!hasReached(Status.CANCELLED) && progress.deliveryTime() != null) {
            throw conflict(
                    "The delivery of order %s is booked, so it can't be cancelled here any more; please call us.");
        }
        return cancelAnyway(now);
    }

    /** Cancels the order, as operators can at any time, and its delivery with it. */
    public Order cancelAnyway(Instant now) {
        return hasReached(Status.CANCELLED) ? this : new Order(facts, progress.cancelled(now));
    }

    /** Corrects who gets the plants, and where; the same data again are no change. */
    public Order correct(Contact correction) {
        Contact contact = correction.correcting(facts.contact());
        return contact.equals(facts.contact()) ? this : new Order(facts.with(contact), progress);
    }

    /** Ends the order's links; those of the next generation are good from now on. */
    public Order replaceLinks() {
        return new Order(facts.withNewLinks(), progress);
    }

    public OrderPlaced placed(Instant now) {
        return new OrderPlaced(
                id(),
                facts.products(),
                facts.contact().name(),
                facts.contact().email(),
                facts.totalPrice(),
                facts.charged(),
                metadata(EventKey.of(id(), EventType.ORDER_PLACED), now));
    }

    public StockCreated stockCreated(Instant now) {
        return new StockCreated(id(), metadata(EventKey.of(id(), EventType.STOCK_CREATED), now));
    }

    public OrderDeliverable deliverable(Instant now) {
        Contact contact = facts.contact();
        return new OrderDeliverable(
                id(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.street(),
                contact.city(),
                contact.state(),
                contact.postalCode(),
                contact.language(),
                metadata(EventKey.of(id(), EventType.ORDER_DELIVERABLE), now));
    }

    public DeliveryBooked deliveryBooked(Instant now) {
        Contact contact = facts.contact();
        return new DeliveryBooked(
                id(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.street(),
                contact.city(),
                contact.state(),
                contact.postalCode(),
                contact.language(),
                Objects.requireNonNull(progress.deliveryTime()),
                metadata(
                        EventKey.of(id(), EventType.DELIVERY_BOOKED, progress.deliveryRevision()),
                        now));
    }

    /**
     * The event that tells of the cancellation.
     *
     * @param paid what was paid; null where the order is invoiced
     */
    public OrderCancelled cancelled(@Nullable Money paid, Instant now) {
        return new OrderCancelled(
                id(),
                facts.contact().name(),
                facts.contact().email(),
                facts.contact().language(),
                facts.totalPrice(),
                paid == null ? facts.charged() : paid,
                paid == null ? Settlement.INVOICE : Settlement.PAID,
                metadata(EventKey.of(id(), EventType.ORDER_CANCELLED), now));
    }

    private Metadata metadata(EventKey key, Instant now) {
        return new Metadata(
                key.eventId(),
                Metadata.SCHEMA_VERSION,
                now,
                facts.trace(),
                facts.market(),
                facts.testId(),
                facts.corrections().links() == 0 ? null : facts.corrections().links());
    }

    private RuntimeException conflict(String detail) {
        return Problem.of(Kind.CONFLICT, detail.formatted(id())).asException();
    }
}
