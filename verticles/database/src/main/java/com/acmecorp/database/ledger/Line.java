package com.acmecorp.database.ledger;

import com.acmecorp.events.Money;

import java.util.Currency;

/**
 * What an entry does to one account.
 *
 * @param amount minor units of the currency; above zero a debit, below a credit
 */
public record Line(String account, long amount, Currency currency) {

    static Line debit(String account, Money amount) {
        return new Line(account, amount.minorUnits(), amount.currency());
    }

    static Line credit(String account, Money amount) {
        return new Line(account, -amount.minorUnits(), amount.currency());
    }

    /** The same on another account. */
    Line on(String other) {
        return new Line(other, amount, currency);
    }

    Line opposite() {
        return new Line(account, -amount, currency);
    }
}
