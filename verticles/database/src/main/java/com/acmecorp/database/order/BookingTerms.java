package com.acmecorp.database.order;

import org.jspecify.annotations.Nullable;

/**
 * On which terms a delivery is booked.
 *
 * @param expected the booking that it replaces; null: whichever there is
 * @param cutoff when it is too late; null: nobody looks at the clock
 * @param override an operator books: neither the cutoff nor the number of changes counts
 */
public record BookingTerms(
        @Nullable ExpectedTime expected, @Nullable ChangeCutoff cutoff, boolean override) {

    /** As events and old clients book. */
    public static final BookingTerms NONE = new BookingTerms(null, null, false);

    /** The same, where an operator books. */
    public BookingTerms byOperator() {
        return new BookingTerms(expected, cutoff, true);
    }
}
