package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.order.Payments.Charge;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** Writes a settled order to the journal. A customer whose order doesn't get there gets the money back. */
final class AcceptOrder {

    private static final StepLog LOG = StepLog.of(AcceptOrder.class);

    private final DatabaseClient database;
    private final Payments payments;

    AcceptOrder(DatabaseClient database, Payments payments) {
        this.database = database;
        this.payments = payments;
    }

    /**
     * An order that is ready for the journal.
     *
     * @param charge empty where an invoice will be sent
     * @param claim the idempotency key, if the client sent one
     */
    record Settled(
            OrderId id,
            OrderRequest order,
            Optional<Charge> charge,
            @Nullable JsonObject claim,
            TraceParent trace) {}

    /** Accepts an order; answers the number under which it, or an earlier one of the same key, was accepted. */
    Future<OrderId> accept(Settled settled) {
        JsonObject variables = new JsonObject()
                .put("order", OrderJson.accepted(settled.id(), settled.order(), settled.trace()))
                .put("payment", settled.charge().map(OrderJson::payment).orElse(null))
                .put("idempotency", settled.claim());
        return write(variables)
                .recover(failure ->
                        mayBeWritten(failure) ? write(variables) : Future.failedFuture(failure))
                .onSuccess(accepted -> conclude(settled, accepted))
                .onFailure(refused -> giveBack(settled));
    }

    private Future<OrderId> write(JsonObject variables) {
        return database.execute(OrderOperations.ACCEPT, variables)
                .map(answer -> new OrderId(answer.getJsonObject("acceptOrder").getLong("orderId")));
    }

    /** Where nobody answered, asking again tells: accepting an order twice changes nothing. */
    private static boolean mayBeWritten(Throwable failure) {
        return !(failure instanceof ProblemException refusal)
                || refusal.problem().kind() == Kind.UNAVAILABLE
                || refusal.problem().kind() == Kind.INTERNAL;
    }

    /** A second request under the same key may have been accepted meanwhile: then this one's money goes back. */
    private void conclude(Settled settled, OrderId accepted) {
        if (accepted.equals(settled.id())) {
            LOG.step("order accepted", accepted, settled.trace());
        } else {
            giveBack(settled);
        }
    }

    private void giveBack(Settled settled) {
        settled.charge().ifPresent(charge -> payments.giveBack(settled.id(), charge));
    }
}
