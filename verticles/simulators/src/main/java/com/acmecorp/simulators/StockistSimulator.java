package com.acmecorp.simulators;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.util.Optional;

/**
 * One who keeps plants: delivers at once, or says that the goods come later and calls back when they have. An order that
 * was called off gets nothing from then on, not even by a request that arrives later.
 */
final class StockistSimulator {

    private static final String PATH = "/requests";
    private static final String ONE = PATH + "/:order";

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
        REFUSED,
        CANCELLED,
        NONE
    }

    /**
     * What became of a request.
     *
     * @param status as it was answered
     * @param sent whether goods that were to come later are on their way
     */
    private record Request(Status status, String products, boolean sent) {

        Request(Status status, String products) {
            this(status, products, false);
        }

        Status holds() {
            return sent ? Status.DELIVERED : status;
        }

        JsonObject json() {
            return JsonObject.of("status", holds(), "products", products);
        }
    }

    void mount(Router router) {
        router.post(PATH).handler(call -> stage.act(Party.STOCKIST, call, this::request));
        router.get(PATH).handler(call -> Stage.reply(call, Reply.ok(books())));
        router.get(ONE).handler(call -> stage.act(Party.STOCKIST, call, this::find));
        router.delete(ONE).handler(call -> stage.act(Party.STOCKIST, call, this::cancel));
    }

    private Reply request(RoutingContext call) {
        Ask ask = Ask.of(call);
        String products = ask.required("products", String.class);
        if (callbacks.areTooMany()) {
            return Reply.problem(503, "Too many callbacks are waiting.");
        }
        boolean first = books.find(ask.order()).isEmpty();
        Request request = books.ask(ask.order(), () -> decide(products));
        if (request.status() != Status.CANCELLED && !request.products().equals(products)) {
            return Reply.problem(422, "This key was used for other products.");
        }
        if (first && request.status() == Status.LATER) {
            callbacks.plan(ask.order(), stage, () -> send(ask.order()));
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

    /** Has the goods leave, unless the order was called off; answers whether they do. */
    private boolean send(OrderId order) {
        Optional<Request> wanted =
                books.find(order).filter(request -> request.status() != Status.CANCELLED);
        wanted.ifPresent(request ->
                books.change(order, new Request(request.status(), request.products(), true)));
        return wanted.isPresent();
    }

    private Reply find(RoutingContext call) {
        Status held = books.find(Ask.orderIn(call)).map(Request::holds).orElse(Status.NONE);
        return Reply.ok(JsonObject.of("status", held));
    }

    private Reply cancel(RoutingContext call) {
        OrderId order = Ask.orderIn(call);
        String products = books.find(order).map(Request::products).orElse("");
        books.change(order, new Request(Status.CANCELLED, products));
        return Reply.ok(JsonObject.of("status", Status.CANCELLED));
    }

    private static Reply answer(Request request) {
        return switch (request.status()) {
            case DELIVERED, CANCELLED, NONE -> Reply.ok(JsonObject.of("status", request.status()));
            case LATER -> new Reply(202, JsonObject.of("status", Status.LATER));
            case REFUSED -> Reply.problem(422, "We don't keep these plants.");
        };
    }

    private JsonObject books() {
        return books.json("requests", Request::json).mergeIn(callbacks.json());
    }
}
