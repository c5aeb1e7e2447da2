package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in the currency it is charged in.
 *
 * @param minorUnits whole cents, centavos, …; never negative
 */
public record Money(@JsonProperty("amount") long minorUnits, Currency currency) {

    public Money {
        if (minorUnits < 0) {
            throw new IllegalArgumentException("an amount is not negative: " + minorUnits);
        }
    }

    /** The amount with its decimal point, for people and for formatting by locale. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return decimal().toPlainString() + " " + currency;
    }
}
