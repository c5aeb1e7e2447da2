package com.acmecorp.simulators;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** One who keeps books: one entry for each order. */
final class BookkeepingSimulator {

    private static final String PATH = "/entries";
    private static final String TOTAL = "totalUsdCents";

    private final Stage stage;
    private final Books<Entry> books = new Books<>();

    BookkeepingSimulator(Stage stage) {
        this.stage = stage;
    }

    /** An order's sale; one that was taken back counts no more, be it entered before or after that. */
    private record Entry(boolean refused, boolean reversed, long totalUsdCents) {

        String status() {
            if (reversed) {
                return "REVERSED";
            }
            return refused ? "REFUSED" : "ENTERED";
        }

        JsonObject json() {
            return JsonObject.of("refused", refused, "reversed", reversed, TOTAL, totalUsdCents);
        }
    }

    void mount(Router router) {
        router.post(PATH).handler(call -> stage.act(Party.BOOKKEEPING, call, this::enter));
        router.post(PATH + "/:order/reversal")
                .handler(call -> stage.act(Party.BOOKKEEPING, call, this::reverse));
        router.get(PATH).handler(call -> Stage.reply(call, Reply.ok(books())));
        router.get(PATH + "/:order")
                .handler(call -> stage.act(Party.BOOKKEEPING, call, this::find));
    }

    private Reply enter(RoutingContext call) {
        Ask ask = Ask.of(call);
        long total = ask.required(TOTAL, Long.class);
        Entry entry = books.ask(
                ask.order(),
                () -> new Entry(
                        stage.happens(stage.of(Party.BOOKKEEPING).declineShare()), false, total));
        if (entry.refused()) {
            return Reply.problem(422, "We don't enter this.");
        }
        return entry.totalUsdCents() == total
                ? Reply.ok(JsonObject.of("orderId", ask.order().value(), TOTAL, total))
                : Reply.problem(422, "This key was used for another total.");
    }

    private Reply reverse(RoutingContext call) {
        Ask ask = Ask.of(call);
        long total = ask.required(TOTAL, Long.class);
        books.change(ask.order(), new Entry(false, true, total));
        return Reply.ok(JsonObject.of("orderId", ask.order().value(), TOTAL, total));
    }

    private Reply find(RoutingContext call) {
        return books.find(Ask.orderIn(call))
                .map(entry -> Reply.ok(
                        JsonObject.of("status", entry.status(), TOTAL, entry.totalUsdCents())))
                .orElseGet(() -> Reply.ok(JsonObject.of("status", "NONE")));
    }

    private JsonObject books() {
        long total = books.entries()
                .filter(entry -> !entry.refused() && !entry.reversed())
                .mapToLong(Entry::totalUsdCents)
                .sum();
        return books.json("entries", Entry::json).put(TOTAL, total);
    }
}
