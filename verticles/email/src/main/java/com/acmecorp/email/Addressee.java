package com.acmecorp.email;

import com.acmecorp.events.Market;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;

import org.jspecify.annotations.Nullable;

/**
 * To whom a mail goes, and about which order.
 *
 * @param market whose money it was
 * @param reader in which language and zone the mail is written
 * @param isTest whether the mail is kept and never sent
 * @param linkGeneration of the order's links that are good
 */
record Addressee(
        OrderId order,
        String name,
        String email,
        Market market,
        Reader reader,
        boolean isTest,
        int linkGeneration) {

    /** What the order cost; worked out at today's rate only where nobody kept what was charged. */
    Money charged(@Nullable Money kept, UsdCents totalPrice) {
        return kept == null ? market.localPrice(totalPrice) : kept;
    }
}
