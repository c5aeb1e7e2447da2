package com.acmecorp.stock;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;

import io.vertx.core.Future;

/** The one who keeps the plants. */
interface Stockist {

    /**
     * Asks for an order's goods.
     *
     * @param order also the idempotency key: asked twice, the stockist delivers once
     * @param products SKUs with commas between; a SKU repeated is its quantity
     * @param trace of the event that asks
     * @return what it said; fails when it couldn't be asked
     */
    Future<StockAnswer> request(OrderId order, String products, TraceParent trace);

    /**
     * Calls an order off, whatever became of it: its goods aren't sent, or are taken back, and a
     * request that arrives later is answered with {@link StockAnswer.CalledOff}. Asking twice is
     * fine.
     */
    Future<Void> cancel(OrderId order, TraceParent trace);

    /** What the stockist holds for an order; asking changes nothing. */
    Future<Goods> find(OrderId order);
}
