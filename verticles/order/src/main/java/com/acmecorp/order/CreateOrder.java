package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.order.Settlement.Invoice;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

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
    private final OrderLinks links;

    CreateOrder(
            OrderPolicy policy,
            OrderIds ids,
            PayOrder payOrder,
            DatabaseClient database,
            LinkTokens tokens) {
        this.policy = policy;
        this.ids = ids;
        this.acceptOrder = new AcceptOrder(database);
        this.payOrder = payOrder;
        this.database = database;
        this.links = new OrderLinks(tokens);
    }

    Future<JsonObject> handle(Request request) {
        OrderRequest order = OrderRequest.of(request.body());
        @Nullable JsonObject claim = IdempotencyClaim.of(request);
        return check(order)
                .compose(
                        segment -> take(order, segment, claim, request.trace()),
                        refusal -> findAccepted(claim, refusal))
                .map(CreateOrder::answer);
    }

    private Future<Segment> check(OrderRequest order) {
        return Future.succeededFuture(order).map(policy::check);
    }

    /** A repeated request has the answer that it had, even if its prices are refused by now. */
    private Future<JsonObject> findAccepted(@Nullable JsonObject claim, Throwable refusal) {
        return claim == null
                ? Future.failedFuture(refusal)
                : database.execute(
                                OrderOperations.FIND_ACCEPTED,
                                new JsonObject().put("idempotency", claim))
                        .compose(answer -> answer.getLong("findAcceptedOrder") == null
                                ? Future.failedFuture(refusal)
                                : linksOfEarlier(new OrderId(answer.getLong("findAcceptedOrder"))));
    }

    /** Whether the key stands for an earlier order is found out where this one would be written. */
    private Future<JsonObject> take(
            OrderRequest order, Segment segment, @Nullable JsonObject claim, TraceParent trace) {
        return ids.next()
                .map(id -> new Candidate(id, order, segment, claim, trace))
                .compose(this::takeOrFind);
    }

    private Future<JsonObject> takeOrFind(Candidate candidate) {
        return settle(candidate)
                .compose(taken -> taken.equals(candidate.id())
                        ? Future.succeededFuture(links.of(taken))
                        : linksOfEarlier(taken));
    }

    private Future<OrderId> settle(Candidate candidate) {
        return switch (candidate.segment().settlement()) {
            case Invoice _ -> acceptOrder.accept(candidate);
            case PayUpfront upfront -> payOrder.pay(candidate, upfront);
        };
    }

    /** Only an order of before can have got other links meanwhile. */
    private Future<JsonObject> linksOfEarlier(OrderId id) {
        return database.execute(
                        OrderOperations.GET_LINK_GENERATION, JsonObject.of("id", id.value()))
                .map(answer -> links.again(id, answer.getInteger("getLinkGeneration")));
    }

    private static JsonObject answer(JsonObject order) {
        return new JsonObject()
                .put("status", "SUCCESS")
                .put("redirectUrl", "/success")
                .mergeIn(order);
    }
}
