package com.acmecorp.stock;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.sandbox.Sandbox;

import io.vertx.core.Future;

/** A stockist that has everything, though not always at once. */
final class SandboxStockist implements Stockist {

    private final Sandbox sandbox;
    private final double laterShare;

    SandboxStockist(Sandbox sandbox, double laterShare) {
        this.sandbox = sandbox;
        this.laterShare = laterShare;
    }

    @Override
    public Future<StockAnswer> request(OrderId order, String products, TraceParent trace) {
        return sandbox.call(this::answer);
    }

    private StockAnswer answer() {
        return sandbox.happens(laterShare) ? new StockAnswer.Later() : new StockAnswer.Delivered();
    }
}
