package com.acmecorp.database.write;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import java.util.List;

/**
 * Who buys an order that isn't paid, and how many deliveries to come they may have at a time.
 *
 * @param keys what the buyer is known by; each for itself has that many
 */
public record UnpaidBuyer(List<String> keys, long most) {

    private static final int KEY_LENGTH = 32;

    /**
     * A buyer.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when a key isn't a hash of 32 characters
     */
    public UnpaidBuyer {
        keys = List.copyOf(keys);
        if (keys.stream().anyMatch(key -> key.length() != KEY_LENGTH)) {
            throw Problem.ofField(
                            Kind.INVALID, "keys", "A buyer's key must have 32 characters of ASCII.")
                    .asException();
        }
    }

    void need(UnitOfWork work) {
        work.unpaidBookings().need(keys);
    }

    /**
     * Counts the order among theirs.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when they have as many as can be
     */
    void add(OrderId order, UnitOfWork work) {
        if (keys.stream().anyMatch(key -> work.unpaidBookings().besides(order, key) >= most)) {
            throw Problem.of(
                            Kind.INVALID,
                            "As many orders of yours that aren't paid as can be (%d) have a delivery to come; please book when one of them has come, or call us."
                                    .formatted(most))
                    .asException();
        }
        keys.forEach(key -> work.unpaidBookings().add(order, key));
    }
}
