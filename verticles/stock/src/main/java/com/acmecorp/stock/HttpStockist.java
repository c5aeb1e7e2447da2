package com.acmecorp.stock;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.party.PartyAnswer;
import com.acmecorp.platform.party.PartyCall;
import com.acmecorp.platform.party.PartyClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.stream.Stream;

/** A stockist with an HTTP API. It repeats nothing: the journal does. */
final class HttpStockist implements Stockist {

    private static final String REQUESTS = "/requests";

    private final PartyClient stockist;

    HttpStockist(PartyClient stockist) {
        this.stockist = stockist;
    }

    @Override
    public Future<StockAnswer> request(OrderId order, String products, TraceParent trace) {
        JsonObject wanted = JsonObject.of("orderId", order.value(), "products", products);
        return stockist.send(PartyCall.post(REQUESTS, order).with(wanted).in(trace))
                .map(HttpStockist::read);
    }

    @Override
    public Future<Void> cancel(OrderId order, TraceParent trace) {
        return stockist.send(PartyCall.delete(one(order), order).in(trace)).mapEmpty();
    }

    @Override
    public Future<Goods> find(OrderId order) {
        return stockist.send(PartyCall.get(one(order))).map(HttpStockist::held);
    }

    private static String one(OrderId order) {
        return REQUESTS + "/" + order;
    }

    /** The status of HTTP decides; only an order that was called off is told by the body. */
    private static StockAnswer read(PartyAnswer answer) {
        return switch (answer.status()) {
            case 200 ->
                Goods.CANCELLED.name().equals(answer.body().getValue("status"))
                        ? new StockAnswer.CalledOff()
                        : new StockAnswer.Delivered();
            case 202 -> new StockAnswer.Later();
            default -> throw answer.notUnderstood("status 200 or 202");
        };
    }

    private static Goods held(PartyAnswer answer) {
        String status = answer.text("status");
        return Stream.of(Goods.values())
                .filter(goods -> goods.name().equals(status))
                .findFirst()
                .orElseThrow(() -> answer.notUnderstood("what it holds"));
    }
}
