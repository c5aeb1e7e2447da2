package com.acmecorp.database.write;

import com.acmecorp.database.order.BookingTerms;
import com.acmecorp.database.order.Order;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import org.jspecify.annotations.Nullable;

/**
 * What a booking is held against.
 *
 * @param capacity places of the slot; null: no limit
 * @param unpaid who buys it on account; null: nobody, or nobody counts what they have
 */
public record BookingRules(
        @Nullable Integer capacity,
        BookingTerms terms,
        @Nullable UnpaidBuyer unpaid) {

    /** The same, where an operator books. */
    public BookingRules byOperator() {
        return new BookingRules(capacity, terms.byOperator(), unpaid);
    }

    void need(DeliveryTime time, UnitOfWork work) {
        if (capacity != null) {
            work.slots().need(time);
        }
        if (unpaid != null) {
            unpaid.need(work);
        }
    }

    /**
     * The order with that booking; the same order where it has it already.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it can't have it
     */
    Order apply(Order order, DeliveryTime time, UnitOfWork work) {
        Order booked = order.book(time, terms, work.now());
        boolean takesPlace = !booked.equals(order) && order.facts().testId() == 0;
        if (takesPlace && capacity != null && work.slots().booked(time) >= capacity) {
            throw Problem.ofField(
                            Kind.CONFLICT,
                            "deliveryTime",
                            "This delivery time was just taken; please choose another.")
                    .asException();
        }
        if (takesPlace && unpaid != null) {
            unpaid.add(order.id(), work);
        }
        return booked;
    }
}
