package com.acmecorp.database.write;

import com.acmecorp.events.Money;

import io.vertx.sqlclient.Row;

import java.util.Currency;

/** How an order was paid. */
public record Payment(String provider, String reference, Money amount) {

    /** Reads a payment's columns, by their names. */
    public static Payment of(Row row) {
        return new Payment(
                row.getString("provider"),
                row.getString("reference"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))));
    }
}
