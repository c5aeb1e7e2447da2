package com.acmecorp.database.write;

import com.acmecorp.events.Money;

/** How an order was paid. */
public record Payment(String provider, String reference, Money amount) {}
