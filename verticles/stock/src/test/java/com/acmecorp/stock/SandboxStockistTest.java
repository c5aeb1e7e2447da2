package com.acmecorp.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.sandbox.Sandbox;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SandboxStockistTest {

    private static final double LATER_SHARE = 0.3;
    private static final OrderId ORDER = new OrderId(7);

    @Test
    void deliversLaterInTheShareItIsTold(Vertx vertx) {
        assertThat(answer(vertx, 0.29)).isInstanceOf(StockAnswer.Later.class);
        assertThat(answer(vertx, 0.3)).isInstanceOf(StockAnswer.Delivered.class);
    }

    @Test
    void knowsWhatItWasAskedButNotWhetherLateGoodsHaveCome(Vertx vertx) {
        Stockist stockist = stockist(vertx, 0.3);
        assertThat(stockist.find(ORDER).result()).isEqualTo(Goods.UNKNOWN);

        assertThat(request(stockist)).isInstanceOf(StockAnswer.Delivered.class);
        assertThat(stockist.find(ORDER).result()).isEqualTo(Goods.DELIVERED);
        assertThat(stockist.cancel(ORDER, TraceParent.fresh()).succeeded()).isTrue();
        assertThat(request(stockist)).isInstanceOf(StockAnswer.CalledOff.class);
        assertThat(stockist.find(ORDER).result()).isEqualTo(Goods.CANCELLED);

        Stockist late = stockist(vertx, 0.29);
        request(late);
        assertThat(late.find(ORDER).result()).isEqualTo(Goods.UNKNOWN);
    }

    private static StockAnswer answer(Vertx vertx, double chance) {
        return request(stockist(vertx, chance));
    }

    private static StockAnswer request(Stockist stockist) {
        return stockist.request(ORDER, "BB001", TraceParent.fresh()).result();
    }

    private static Stockist stockist(Vertx vertx, double chance) {
        Sandbox sandbox =
                new Sandbox(vertx, "the stockist", new SandboxBehaviour(0, 0), () -> chance);
        return new SandboxStockist(sandbox, LATER_SHARE);
    }
}
