package com.acmecorp.finance;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.party.PartyAnswer;
import com.acmecorp.platform.party.PartyCall;
import com.acmecorp.platform.party.PartyClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Bookkeepers with an HTTP API. It repeats nothing: the journal does. */
final class HttpBookkeeping implements Bookkeeping {

    private static final String ENTRIES = "/entries";
    private static final String TOTAL = "totalUsdCents";

    private final PartyClient bookkeeper;

    HttpBookkeeping(PartyClient bookkeeper) {
        this.bookkeeper = bookkeeper;
    }

    @Override
    public Future<Void> enter(OrderId order, UsdCents totalPrice, TraceParent trace) {
        return post(ENTRIES, order, totalPrice, trace);
    }

    @Override
    public Future<Void> reverse(OrderId order, UsdCents totalPrice, TraceParent trace) {
        return post(one(order) + "/reversal", order, totalPrice, trace);
    }

    @Override
    public Future<BookedSale> find(OrderId order) {
        return bookkeeper.send(PartyCall.get(one(order))).map(HttpBookkeeping::booked);
    }

    private static String one(OrderId order) {
        return ENTRIES + "/" + order;
    }

    private static BookedSale booked(PartyAnswer answer) {
        return switch (answer.text("status")) {
            case "ENTERED" -> new BookedSale.Entered(new UsdCents(answer.number(TOTAL)));
            case "REVERSED" -> new BookedSale.Reversed();
            case "NONE", "REFUSED" -> new BookedSale.None();
            default -> throw answer.notUnderstood("what is in the books");
        };
    }

    private Future<Void> post(String path, OrderId order, UsdCents totalPrice, TraceParent trace) {
        JsonObject sale = JsonObject.of("orderId", order.value(), TOTAL, totalPrice.value());
        return bookkeeper.send(PartyCall.post(path, order).with(sale).in(trace)).mapEmpty();
    }
}
