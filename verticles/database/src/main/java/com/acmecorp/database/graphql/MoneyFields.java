package com.acmecorp.database.graphql;

import com.acmecorp.events.Money;

import org.jspecify.annotations.Nullable;

/** The schema's Money. */
record MoneyFields(long amount, String currency) {

    static @Nullable MoneyFields of(@Nullable Money money) {
        return money == null
                ? null
                : new MoneyFields(money.minorUnits(), money.currency().getCurrencyCode());
    }
}
