package com.acmecorp.stock;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.party.PartyBooks;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.util.Optional;

/** What the stockist holds of our orders, compared with which goods have come and which orders were cancelled. */
record StockistsBooks(Stockist stockist) implements PartyBooks {

    static final Operation QUERY = PartyBooks.reading("status stocked goodsAwaited");

    private static final String SENT_TO_NOBODY =
            "Have the stockist take the goods back, or replay the order's dead letters.";
    private static final String NOT_ARRIVED =
            "If the goods are here, POST /stock with the order's number; else ask the stockist where they are.";
    private static final String NOT_SENT =
            "Ask the stockist for the goods of this order; they are on our records, but not on theirs.";

    @Override
    public String party() {
        return "the stockist";
    }

    @Override
    public Operation query() {
        return QUERY;
    }

    @Override
    public Future<Optional<Difference>> compare(OrderId order, JsonObject ours) {
        return stockist.find(order).map(theirs -> differ(ours, theirs));
    }

    private static Optional<Difference> differ(JsonObject ours, Goods theirs) {
        if (theirs == Goods.UNKNOWN) {
            return Optional.empty();
        }
        boolean sends = theirs == Goods.LATER || theirs == Goods.DELIVERED;
        if (ours.getString("status").equals("CANCELLED")) {
            return differ("cancelled", theirs, !sends, SENT_TO_NOBODY);
        }
        if (ours.getBoolean("stocked")) {
            return differ("goods have come", theirs, theirs == Goods.DELIVERED, NOT_SENT);
        }
        return ours.getBoolean("goodsAwaited")
                ? differ(
                        "goods come later",
                        theirs,
                        theirs == Goods.LATER,
                        theirs == Goods.DELIVERED ? NOT_ARRIVED : NOT_SENT)
                : differ("no answer to our request", theirs, !sends, NOT_ARRIVED);
    }

    private static Optional<Difference> differ(
            String ours, Goods theirs, boolean agrees, String advice) {
        return agrees ? Optional.empty() : Optional.of(new Difference(ours, words(theirs), advice));
    }

    private static String words(Goods goods) {
        return switch (goods) {
            case NONE -> "doesn't know the order";
            case LATER -> "sends the goods later";
            case DELIVERED -> "has sent the goods";
            case REFUSED -> "refused the order";
            case CANCELLED -> "the order was called off";
            case UNKNOWN -> "can't tell";
        };
    }
}
