package com.acmecorp.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class HttpStockistTest {

    private static final String STOCKIST = "stockist";
    private static final OrderId ORDER = new OrderId(7);

    private Simulators others;
    private Stockist stockist;

    @BeforeEach
    void start(Vertx vertx) {
        others = Simulators.on(vertx);
        stockist = new HttpStockist(others.client("the stockist"));
    }

    @Test
    void deliversAtOnceAndOnce() {
        assertThat(Await.result(request())).isInstanceOf(StockAnswer.Delivered.class);
        assertThat(Await.result(request())).isInstanceOf(StockAnswer.Delivered.class);

        assertThat(others.books("requests").getJsonArray("requests").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("status", "DELIVERED")
                        .put("products", "BB001,BB001")
                        .put("orderId", 7)
                        .put("asked", 2));
    }

    @Test
    void deliversLater() {
        others.behave(STOCKIST, JsonObject.of("laterShare", 1, "callbackDelayMs", 600_000));

        assertThat(Await.result(request())).isInstanceOf(StockAnswer.Later.class);
    }

    @Test
    void isAskedAgainWhenItFails() {
        others.behave(STOCKIST, JsonObject.of("failureShare", 1));

        assertThat(kind(request())).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void isNotAskedAgainWhenItRefuses() {
        others.behave(STOCKIST, JsonObject.of("declineShare", 1));

        assertThat(kind(request())).isEqualTo(Kind.PARTY_REFUSED);
    }

    @Test
    void sendsNothingOnceTheOrderWasCalledOff() {
        Await.result(cancel());
        Await.result(cancel());

        assertThat(Await.result(request())).isInstanceOf(StockAnswer.CalledOff.class);
        assertThat(held()).isEqualTo(Goods.CANCELLED);
    }

    @Test
    void tellsWhatItHolds() {
        assertThat(held()).isEqualTo(Goods.NONE);
        Await.result(request());
        assertThat(held()).isEqualTo(Goods.DELIVERED);
        Await.result(cancel());
        assertThat(held()).isEqualTo(Goods.CANCELLED);
    }

    private Future<Void> cancel() {
        return stockist.cancel(ORDER, TraceParent.fresh());
    }

    private Goods held() {
        return Await.result(stockist.find(ORDER));
    }

    private Future<StockAnswer> request() {
        return stockist.request(ORDER, "BB001,BB001", TraceParent.fresh());
    }

    private static Kind kind(Future<?> failed) {
        return ((ProblemException) Await.failure(failed)).problem().kind();
    }
}
