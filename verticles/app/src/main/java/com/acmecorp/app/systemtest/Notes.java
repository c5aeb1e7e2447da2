package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.CustomerRecords.Conservation;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What all customers of a system have noted so far. Belongs to one event loop. */
final class Notes {

    private final Map<Long, Boolean> paidUpfront = new TreeMap<>();
    private @Nullable Conservation before;

    /** How the orders of the system added up before the first customer came; only the first word counts. */
    void begin(Conservation sums) {
        if (before == null) {
            before = sums;
        }
    }

    void acknowledged(long order, boolean isPaidUpfront) {
        paidUpfront.put(order, isPaidUpfront);
    }

    /** Each order that was acknowledged. */
    Set<Long> orders() {
        return paidUpfront.keySet();
    }

    boolean isPaidUpfront(long order) {
        return Boolean.TRUE.equals(paidUpfront.get(order));
    }

    /** Of each order that was acknowledged, whether it is paid upfront. */
    Map<Long, Boolean> paidUpfront() {
        return Map.copyOf(paidUpfront);
    }

    /** How all orders must add up when nothing is under way. */
    Conservation expected() {
        Conservation earlier = before == null ? new Conservation(0, 0, 0, 0, 0, 0) : before;
        long since = paidUpfront.size();
        return new Conservation(
                earlier.accepted() + since,
                0,
                earlier.booked() + since,
                earlier.cancelled(),
                earlier.dead(),
                earlier.lost());
    }
}
