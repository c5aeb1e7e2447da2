package com.acmecorp.finance;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.party.PartyBooks;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The bookkeeper's books, compared with our ledger: each sale with its total, and those that were taken back. */
record BookkeepersBooks(Bookkeeping bookkeeping) implements PartyBooks {

    static final Operation QUERY = PartyBooks.reading("saleCents reversed");

    private static final String NOTHING = "no sale";
    private static final String ADVICE =
            "Compare both books, then have the bookkeeper correct theirs, or replay the order's dead letters.";

    @Override
    public String party() {
        return "the bookkeeper";
    }

    @Override
    public Operation query() {
        return QUERY;
    }

    @Override
    public Future<Optional<Difference>> compare(OrderId order, JsonObject ours) {
        return bookkeeping
                .find(order)
                .map(theirs -> Difference.between(ours(ours), theirs(theirs), ADVICE));
    }

    private static String ours(JsonObject order) {
        Long cents = order.getLong("saleCents");
        return cents == null || order.getBoolean("reversed") ? NOTHING : sale(new UsdCents(cents));
    }

    /** A sale that was taken back counts as none; null: it can't know. */
    private static @Nullable String theirs(BookedSale booked) {
        return switch (booked) {
            case BookedSale.Entered entered -> sale(entered.total());
            case BookedSale.Reversed _, BookedSale.None _ -> NOTHING;
            case BookedSale.Unknown _ -> null;
        };
    }

    private static String sale(UsdCents total) {
        return "a sale of " + total;
    }
}
