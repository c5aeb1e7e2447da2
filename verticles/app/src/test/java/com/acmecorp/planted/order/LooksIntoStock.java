package com.acmecorp.planted.order;

import com.acmecorp.planted.stock.DoesEverythingItself;

/** A context that knows another one. */
public record LooksIntoStock(DoesEverythingItself other) {}
