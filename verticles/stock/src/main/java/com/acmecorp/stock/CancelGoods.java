package com.acmecorp.stock;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.platform.log.StepLog;

import io.vertx.core.Future;

/** Calls a cancelled order off at the stockist, who sends nothing then, or takes back what it sent. */
final class CancelGoods {

    private static final StepLog LOG = StepLog.of(CancelGoods.class);

    private final Stockist stockist;

    CancelGoods(Stockist stockist) {
        this.stockist = stockist;
    }

    Future<?> on(OrderCancelled event) {
        return stockist.cancel(event.orderId(), event.metadata().traceparent())
                .onSuccess(calledOff -> LOG.step("goods are called off", event));
    }
}
