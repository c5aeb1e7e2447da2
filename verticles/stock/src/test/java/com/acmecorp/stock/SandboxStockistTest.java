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

    @Test
    void deliversLaterInTheShareItIsTold(Vertx vertx) {
        assertThat(answer(vertx, 0.29)).isInstanceOf(StockAnswer.Later.class);
        assertThat(answer(vertx, 0.3)).isInstanceOf(StockAnswer.Delivered.class);
    }

    private static StockAnswer answer(Vertx vertx, double chance) {
        Sandbox sandbox =
                new Sandbox(vertx, "the stockist", new SandboxBehaviour(0, 0), () -> chance);
        return new SandboxStockist(sandbox, LATER_SHARE)
                .request(new OrderId(7), "BB001", TraceParent.fresh())
                .result();
    }
}
