package com.acmecorp.stock;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.party.PartyAnswer;
import com.acmecorp.platform.party.PartyCall;
import com.acmecorp.platform.party.PartyClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** A stockist with an HTTP API. It repeats nothing: the journal does. */
final class HttpStockist implements Stockist {

    private final PartyClient stockist;

    HttpStockist(PartyClient stockist) {
        this.stockist = stockist;
    }

    @Override
    public Future<StockAnswer> request(OrderId order, String products, TraceParent trace) {
        JsonObject wanted = JsonObject.of("orderId", order.value(), "products", products);
        return stockist.send(PartyCall.post("/requests", order).with(wanted).in(trace))
                .map(HttpStockist::read);
    }

    private static StockAnswer read(PartyAnswer answer) {
        return switch (answer.status()) {
            case 200 -> new StockAnswer.Delivered();
            case 202 -> new StockAnswer.Later();
            default -> throw answer.notUnderstood("status 200 or 202");
        };
    }
}
