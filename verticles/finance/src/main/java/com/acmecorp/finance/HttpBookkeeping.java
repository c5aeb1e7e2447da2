package com.acmecorp.finance;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.party.PartyCall;
import com.acmecorp.platform.party.PartyClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Bookkeepers with an HTTP API. It repeats nothing: the journal does. */
final class HttpBookkeeping implements Bookkeeping {

    private final PartyClient bookkeeper;

    HttpBookkeeping(PartyClient bookkeeper) {
        this.bookkeeper = bookkeeper;
    }

    @Override
    public Future<Void> enter(OrderId order, UsdCents totalPrice, TraceParent trace) {
        return post("/entries", order, totalPrice, trace);
    }

    @Override
    public Future<Void> reverse(OrderId order, UsdCents totalPrice, TraceParent trace) {
        return post("/entries/" + order + "/reversal", order, totalPrice, trace);
    }

    private Future<Void> post(String path, OrderId order, UsdCents totalPrice, TraceParent trace) {
        JsonObject sale =
                JsonObject.of("orderId", order.value(), "totalUsdCents", totalPrice.value());
        return bookkeeper.send(PartyCall.post(path, order).with(sale).in(trace)).mapEmpty();
    }
}
