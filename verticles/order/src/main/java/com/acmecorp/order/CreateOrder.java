package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.order.Settlement.Invoice;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Takes an order: segment policy, price, payment, and then the journal row of OrderCreated. Only after that row's
 * commit is the shopper told yes.
 */
final class CreateOrder {

    private final OrderPolicy policy;
    private final OrderIds ids;
    private final AcceptOrder acceptOrder;
    private final PayOrder payOrder;
    private final DatabaseClient database;
    private final LinkTokens links;

    CreateOrder(
            OrderPolicy policy,
            OrderIds ids,
            PayOrder payOrder,
            DatabaseClient database,
            LinkTokens links) {
        this.policy = policy;
        this.ids = ids;
        this.acceptOrder = new AcceptOrder(database);
        this.payOrder = payOrder;
        this.database = database;
        this.links = links;
    }

    Future<JsonObject> handle(Request request) {
        OrderRequest order = OrderRequest.of(request.body());
        @Nullable JsonObject claim = IdempotencyClaim.of(request);
        return findAccepted(claim)
                .compose(earlier -> earlier.isPresent()
                        ? Future.succeededFuture(earlier.get())
                        : take(order, claim, request.trace()))
                .map(this::answer);
    }

    /** Before the policy, because the answer to a repeated request stays the same when prices don't. */
    private Future<Optional<OrderId>> findAccepted(@Nullable JsonObject claim) {
        return claim == null
                ? Future.succeededFuture(Optional.empty())
                : database.execute(
                                OrderOperations.FIND_ACCEPTED,
                                new JsonObject().put("idempotency", claim))
                        .map(answer -> Optional.ofNullable(answer.getLong("findAcceptedOrder"))
                                .map(OrderId::new));
    }

    private Future<OrderId> take(
            OrderRequest order, @Nullable JsonObject claim, TraceParent trace) {
        Segment segment = policy.check(order);
        return ids.next()
                .map(id -> new Candidate(id, order, segment, claim, trace))
                .compose(this::settle);
    }

    private Future<OrderId> settle(Candidate candidate) {
        return switch (candidate.segment().settlement()) {
            case Invoice _ -> acceptOrder.accept(candidate);
            case PayUpfront upfront -> payOrder.pay(candidate, upfront);
        };
    }

    private JsonObject answer(OrderId id) {
        return new JsonObject()
                .put("status", "SUCCESS")
                .put("redirectUrl", "/success")
                .put("orderId", id.value())
                .put(
                        "trackingUrl",
                        "/success#order=" + id + "&token=" + links.token(Purpose.TRACK, id));
    }
}
