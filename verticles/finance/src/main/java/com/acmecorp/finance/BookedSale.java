package com.acmecorp.finance;

import com.acmecorp.events.UsdCents;

/** What the bookkeeper has in the books for an order. */
sealed interface BookedSale {

    /** The sale counts with that total. */
    record Entered(UsdCents total) implements BookedSale {}

    /** The sale was taken back. */
    record Reversed() implements BookedSale {}

    /** Nothing of the order is in the books. */
    record None() implements BookedSale {}

    /** The books don't reach back that far; only a sandbox forgets. */
    record Unknown() implements BookedSale {}
}
