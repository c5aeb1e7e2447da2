package com.acmecorp.stock;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.sandbox.Sandbox;
import com.acmecorp.platform.sandbox.SandboxBooks;

import io.vertx.core.Future;

/**
 * A stockist that has everything, though not always at once. Goods that come later are brought by a
 * person, who calls the use case stock, so it can't tell whether they have come.
 */
final class SandboxStockist implements Stockist {

    private final Sandbox sandbox;
    private final double laterShare;
    private final SandboxBooks<Goods> books = new SandboxBooks<>();

    SandboxStockist(Sandbox sandbox, double laterShare) {
        this.sandbox = sandbox;
        this.laterShare = laterShare;
    }

    @Override
    public Future<StockAnswer> request(OrderId order, String products, TraceParent trace) {
        return sandbox.call(() -> answer(books.keep(order, this::decide)));
    }

    @Override
    public Future<Void> cancel(OrderId order, TraceParent trace) {
        return sandbox.call(() -> books.put(order, Goods.CANCELLED)).mapEmpty();
    }

    @Override
    public Future<Goods> find(OrderId order) {
        return sandbox.call()
                .map(asked -> books.find(order)
                        .filter(goods -> goods != Goods.LATER)
                        .orElse(Goods.UNKNOWN));
    }

    private Goods decide() {
        return sandbox.happens(laterShare) ? Goods.LATER : Goods.DELIVERED;
    }

    private static StockAnswer answer(Goods goods) {
        return switch (goods) {
            case CANCELLED -> new StockAnswer.CalledOff();
            case LATER -> new StockAnswer.Later();
            case DELIVERED, NONE, REFUSED, UNKNOWN -> new StockAnswer.Delivered();
        };
    }
}
