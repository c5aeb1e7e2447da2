package com.acmecorp.stock;

import com.acmecorp.events.OrderPlaced;

import io.vertx.core.Future;

/** Asks the stockist for the goods of a placed order. */
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
            case StockAnswer.Delivered _ -> recordStock.of(event);
            case StockAnswer.Later _ -> recordStock.later(event);
        };
    }
}
