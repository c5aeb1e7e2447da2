package com.acmecorp.stock;

import com.acmecorp.events.OrderPlaced;

import io.vertx.core.Future;

/**
 * Asks the stockist for the goods of a placed order. Where the order was cancelled meanwhile, they
 * are called off again: the stockist may have heard of the cancellation before it heard of the
 * order, and have made nothing of it.
 */
final class RequestGoods {

    private final Stockist stockist;
    private final RecordStock recordStock;

    RequestGoods(Stockist stockist, RecordStock recordStock) {
        this.stockist = stockist;
        this.recordStock = recordStock;
    }

    Future<?> on(OrderPlaced event) {
        return stockist.request(
                        event.orderId(), event.products(), event.metadata().traceparent())
                .compose(answer -> follow(answer, event));
    }

    private Future<?> follow(StockAnswer answer, OrderPlaced event) {
        return switch (answer) {
            case StockAnswer.Delivered _ ->
                recordStock.of(event).compose(order -> keep(order, event));
            case StockAnswer.Later _ ->
                recordStock.later(event).compose(order -> keep(order, event));
            case StockAnswer.CalledOff _ -> Future.succeededFuture();
        };
    }

    private Future<?> keep(StockedOrder order, OrderPlaced event) {
        return order.isCancelled()
                ? stockist.cancel(event.orderId(), event.metadata().traceparent())
                : Future.succeededFuture();
    }
}
