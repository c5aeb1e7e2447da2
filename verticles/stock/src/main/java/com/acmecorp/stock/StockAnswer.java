package com.acmecorp.stock;

/** What the stockist says to a request. */
sealed interface StockAnswer {

    /** The goods are here. */
    record Delivered() implements StockAnswer {}

    /** The goods will come; the stockist calls the use case stock when they have. */
    record Later() implements StockAnswer {}

    /** The order was called off before its request arrived, so nothing is sent. */
    record CalledOff() implements StockAnswer {}
}
