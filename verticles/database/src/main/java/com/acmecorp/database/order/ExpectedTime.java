package com.acmecorp.database.order;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Current;
import com.acmecorp.platform.problem.Problem.Kind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * The booking that somebody saw who asks for another one: a page that was opened long ago must not
 * replace a booking that it doesn't know.
 *
 * @param time null: no delivery was booked
 */
public record ExpectedTime(@Nullable DeliveryTime time) {

    private static final String NONE = "none";

    /**
     * Reads epoch milliseconds, or {@code none}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static ExpectedTime parse(String text) {
        return new ExpectedTime(text.equals(NONE) ? null : DeliveryTime.parse(text));
    }

    /**
     * Refuses an order whose booking is another one, and tells that.
     *
     * @throws com.acmecorp.platform.problem.ProblemException with the present booking
     */
    void check(Order order) {
        DeliveryTime booked = order.progress().deliveryTime();
        if (!Objects.equals(time, booked)) {
            throw new Problem(
                            Kind.CONFLICT,
                            "The delivery of order %s was booked or changed meanwhile; please look at it and choose again."
                                    .formatted(order.id()),
                            List.of(),
                            new Current(booked == null ? null : booked.toString()))
                    .asException();
        }
    }
}
