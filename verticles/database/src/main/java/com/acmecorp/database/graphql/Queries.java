package com.acmecorp.database.graphql;

import com.acmecorp.database.order.Order;
import com.acmecorp.database.read.BacklogReads;
import com.acmecorp.database.read.LedgerReads;
import com.acmecorp.database.read.OrderReads;
import com.acmecorp.database.read.SystemReads;
import com.acmecorp.database.write.Payment;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import graphql.schema.idl.TypeRuntimeWiring;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The fields of Query. */
public final class Queries {

    /** As the schema says. */
    private static final int MOST_ROWS = 10_000;

    private final OrderReads orders;
    private final LedgerReads ledger;
    private final SystemReads system;
    private final BacklogReads backlog;
    private final Clock clock;

    public Queries(
            OrderReads orders,
            LedgerReads ledger,
            SystemReads system,
            BacklogReads backlog,
            Clock clock) {
        this.orders = orders;
        this.ledger = ledger;
        this.system = system;
        this.backlog = backlog;
        this.clock = clock;
    }

    TypeRuntimeWiring.Builder wire(TypeRuntimeWiring.Builder query) {
        field(query, "getOrder", call -> orders.order(call.orderId("id")));
        field(query, "getAllTestOrders", this::testOrders);
        field(query, "getTimeline", call -> orders.timeline(call.orderId("id")));
        field(
                query,
                "findAcceptedOrder",
                call -> orders.accepted(Objects.requireNonNull(call.idempotencyClaim()))
                        .map(found -> found.map(OrderId::value).orElse(null)));
        field(
                query,
                "getOrderOutcome",
                call -> orders.outcome(call.text("key"), call.text("email")));
        field(
                query,
                "getSlotBookings",
                call -> orders.slotBookings(call.number("from"), call.number("to")));
        field(query, "getTestProgress", call -> system.progress(call.number("testId")));
        field(query, "getTestAudit", call -> system.audit(call.number("testId")));
        field(query, "getBacklog", call -> backlog.look());
        field(query, "getTime", call -> Future.succeededFuture(clock.millis()));
        field(query, "getLedger", call -> ledger.lines(call.orderId("orderId")));
        field(query, "getBalances", call -> ledger.balances());
        field(
                query,
                "getPayment",
                call -> orders.payment(call.orderId("orderId"))
                        .map(paid -> paid.map(Paid::of).orElse(null)));
        field(query, "getOpenPayments", call -> system.openPayments());
        field(query, "getOrderLegacy", call -> Future.succeededFuture("Please use getOrder."));
        return query;
    }

    private Future<List<Order>> testOrders(Arguments call) {
        long testId = call.number("testId");
        long after = call.number("after");
        return call.has("limit")
                ? orders.testOrders(testId, after, call.limit("limit", MOST_ROWS))
                : orders.testOrders(testId, after, MOST_ROWS + 1).map(Queries::requireAll);
    }

    private static List<Order> requireAll(List<Order> orders) {
        if (orders.size() > MOST_ROWS) {
            throw Problem.ofField(
                            Kind.INVALID,
                            "limit",
                            "The test has more than %d orders; please ask for some at a time, with limit and after."
                                    .formatted(MOST_ROWS))
                    .asException();
        }
        return orders;
    }

    /** The schema's Payment. */
    record Paid(String provider, String reference, long amount, String currency) {

        static Paid of(Payment payment) {
            return new Paid(
                    payment.provider(),
                    payment.reference(),
                    payment.amount().minorUnits(),
                    payment.amount().currency().getCurrencyCode());
        }
    }

    private static void field(
            TypeRuntimeWiring.Builder type,
            String name,
            Function<Arguments, Future<? extends @Nullable Object>> read) {
        type.dataFetcher(name, FieldCall.fetcher(read));
    }
}
