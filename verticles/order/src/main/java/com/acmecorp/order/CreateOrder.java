package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.order.AcceptOrder.Settled;
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
    private final Payments payments;
    private final AcceptOrder acceptOrder;
    private final DatabaseClient database;
    private final LinkTokens links;

    CreateOrder(
            OrderPolicy policy,
            OrderIds ids,
            Payments payments,
            DatabaseClient database,
            LinkTokens links) {
        this.policy = policy;
        this.ids = ids;
        this.payments = payments;
        this.acceptOrder = new AcceptOrder(database, payments);
        this.database = database;
        this.links = links;
    }

    Future<JsonObject> handle(Request request) {
        OrderRequest order = OrderRequest.of(request.body());
        @Nullable JsonObject claim = IdempotencyClaim.of(request);
        return findAccepted(claim)
                .compose(earlier -> earlier.isPresent()
                        ? Future.succeededFuture(earlier.get())
                        : take(new Candidate(order, policy.check(order), claim, request)))
                .map(this::answer);
    }

    /** What one order needs on its way through the steps. */
    private record Candidate(
            OrderRequest order, Segment segment, @Nullable JsonObject claim, Request request) {

        Settled settled(OrderId id, Optional<Payments.Charge> charge) {
            return new Settled(id, order, charge, claim, request.trace());
        }
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

    private Future<OrderId> take(Candidate candidate) {
        return ids.next().compose(id -> take(id, candidate));
    }

    private Future<OrderId> take(OrderId id, Candidate candidate) {
        return payments.settle(id, candidate.order(), candidate.segment())
                .map(charge -> candidate.settled(id, charge))
                .compose(acceptOrder::accept);
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
