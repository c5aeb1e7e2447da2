package com.acmecorp.database.write;

import com.acmecorp.database.order.Facts;
import com.acmecorp.database.order.Order;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Places an order: its row and OrderPlaced.
 *
 * @param numberIsOurs whether the number was allocated for this very call, so that no other order can have it
 */
public record PlaceOrder(Facts facts, boolean numberIsOurs) implements Write<Order> {

    /** Numbers below are free for orders placed by hand; from here on they are given by {@code id_blocks}. */
    public static final long FIRST_ALLOCATED = 100_000_000;

    /** Where it was accepted before, it is an order in flight; where the number is new, nobody has accepted it yet. */
    @Override
    public boolean beginsJourney() {
        return numberIsOurs;
    }

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(facts.orderId());
        work.events().need(created());
    }

    @Override
    public Order decide(UnitOfWork work) {
        Order earlier = work.orders().find(facts.orderId());
        if (earlier != null) {
            return requireSame(earlier);
        }
        if (!numberIsOurs) {
            requireFree(work);
        }
        Order order = Order.place(facts, work.now());
        work.orders().save(order);
        work.events()
                .emit(EventKey.of(order.id(), EventType.ORDER_PLACED), order.placed(work.now()));
        return order;
    }

    private Order requireSame(Order earlier) {
        if (!earlier.facts().sameOrderAs(facts)) {
            throw Problem.ofField(
                            Kind.CONFLICT,
                            "orderId",
                            "There is another order with the number " + facts.orderId() + ".")
                    .asException();
        }
        return earlier;
    }

    /** A number that some customer's order may be given later must not be taken by hand. */
    private void requireFree(UnitOfWork work) {
        if (facts.orderId().value() >= FIRST_ALLOCATED && !work.events().has(created())) {
            throw Problem.ofField(
                            Kind.INVALID,
                            "orderId",
                            "Order numbers from %d on are given by the system; leave orderId out, or choose a smaller one."
                                    .formatted(FIRST_ALLOCATED))
                    .asException();
        }
    }

    private EventKey created() {
        return EventKey.of(facts.orderId(), EventType.ORDER_CREATED);
    }
}
