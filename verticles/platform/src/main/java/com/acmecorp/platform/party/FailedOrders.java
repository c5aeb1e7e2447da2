package com.acmecorp.platform.party;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Orders with whose last call a party failed, though it was there. When that happens again, it may well be the order.
 * Belongs to one event loop.
 */
final class FailedOrders {

    private static final int MOST = 1_000;

    private final Set<OrderId> orders = new LinkedHashSet<>();

    boolean include(@Nullable OrderId order) {
        return order != null && orders.contains(order);
    }

    /** Notes what came of an order's call; of too many, the oldest is forgotten. */
    void note(@Nullable OrderId order, Future<?> call) {
        if (order == null) {
            return;
        }
        orders.remove(order);
        if (call.failed()
                && call.cause() instanceof ProblemException told
                && told.problem().kind() == Kind.UNAVAILABLE) {
            orders.add(order);
            keepWithinLimit();
        }
    }

    private void keepWithinLimit() {
        if (orders.size() > MOST) {
            Iterator<OrderId> oldest = orders.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** Nobody is suspect any more. */
    void clear() {
        orders.clear();
    }
}
