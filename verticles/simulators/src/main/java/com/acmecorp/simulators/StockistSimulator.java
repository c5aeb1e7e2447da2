package com.acmecorp.simulators;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** One who keeps plants: delivers at once, or says that the goods come later and calls back when they have. */
final class StockistSimulator {

    private static final String PATH = "/requests";

    private final Stage stage;
    private final Callbacks callbacks;
    private final Books<Request> books = new Books<>();

    StockistSimulator(Stage stage, Callbacks callbacks) {
        this.stage = stage;
        this.callbacks = callbacks;
    }

    /** In the words of the answers. */
    private enum Status {
        DELIVERED,
        LATER,
        REFUSED
    }

    private record Request(Status status, String products) {

        JsonObject json() {
            return JsonObject.of("status", status, "products", products);
        }
    }

    void mount(Router router) {
        router.post(PATH).handler(call -> stage.act(Party.STOCKIST, call, this::request));
        router.get(PATH).handler(call -> Stage.reply(call, Reply.ok(books())));
    }

    private Reply request(RoutingContext call) {
        Ask ask = Ask.of(call);
        String products = ask.required("products", String.class);
        if (callbacks.areTooMany()) {
            return Reply.problem(503, "Too many callbacks are waiting.");
        }
        boolean first = books.find(ask.order()).isEmpty();
        Request request = books.ask(ask.order(), () -> decide(products));
        if (!request.products().equals(products)) {
            return Reply.problem(422, "This key was used for other products.");
        }
        if (first && request.status() == Status.LATER) {
            callbacks.plan(ask.order(), stage);
        }
        return answer(request);
    }

    private Request decide(String products) {
        Behaviour behaviour = stage.of(Party.STOCKIST);
        if (stage.happens(behaviour.declineShare())) {
            return new Request(Status.REFUSED, products);
        }
        return new Request(
                stage.happens(behaviour.laterShare()) ? Status.LATER : Status.DELIVERED, products);
    }

    private static Reply answer(Request request) {
        return switch (request.status()) {
            case DELIVERED -> Reply.ok(JsonObject.of("status", Status.DELIVERED));
            case LATER -> new Reply(202, JsonObject.of("status", Status.LATER));
            case REFUSED -> Reply.problem(422, "We don't keep these plants.");
        };
    }

    private JsonObject books() {
        return books.json("requests", Request::json).mergeIn(callbacks.json());
    }
}
