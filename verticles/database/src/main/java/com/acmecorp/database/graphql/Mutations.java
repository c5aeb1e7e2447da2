package com.acmecorp.database.graphql;

import com.acmecorp.database.order.Facts;
import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Status;
import com.acmecorp.database.write.AcceptOrder;
import com.acmecorp.database.write.AwaitGoods;
import com.acmecorp.database.write.BookDelivery;
import com.acmecorp.database.write.BookSale;
import com.acmecorp.database.write.CancelOrder;
import com.acmecorp.database.write.EmailState;
import com.acmecorp.database.write.EmailText;
import com.acmecorp.database.write.KeepEmail;
import com.acmecorp.database.write.MarkEmailSent;
import com.acmecorp.database.write.OrderNumbers;
import com.acmecorp.database.write.PlaceOrder;
import com.acmecorp.database.write.RecordStock;
import com.acmecorp.database.write.ReverseSale;
import com.acmecorp.database.write.UpdateStatus;
import com.acmecorp.database.write.WriteQueue;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import graphql.schema.idl.TypeRuntimeWiring;

import io.vertx.core.Future;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** The fields of Mutation: each is one write, queued for the next transaction. */
public final class Mutations {

    private static final int LARGEST_BLOCK = 1_000_000;

    private final WriteQueue writes;
    private final OrderNumbers numbers;
    private final Clock clock;

    public Mutations(WriteQueue writes, OrderNumbers numbers, Clock clock) {
        this.writes = writes;
        this.numbers = numbers;
        this.clock = clock;
    }

    TypeRuntimeWiring.Builder wire(TypeRuntimeWiring.Builder mutation) {
        field(mutation, "allocateOrderIds", this::allocateOrderIds);
        field(mutation, "acceptOrder", this::acceptOrder);
        field(mutation, "placeOrder", this::placeOrder);
        field(mutation, "awaitGoods", call -> writes.submit(new AwaitGoods(call.orderId("id"))));
        field(
                mutation,
                "recordStock",
                call -> writes.submit(new RecordStock(call.orderId("id"), call.flag("arrived"))));
        field(mutation, "updateOrderStatus", this::updateOrderStatus);
        field(mutation, "cancelOrder", this::cancelOrder);
        field(mutation, "addDeliveryDataToOrder", this::addDeliveryData);
        field(mutation, "bookSale", this::bookSale);
        field(mutation, "reverseSale", this::reverseSale);
        field(mutation, "keepEmail", call -> keepEmail(call.object("email")));
        field(mutation, "markEmailSent", this::markEmailSent);
        return mutation;
    }

    private Future<Long> allocateOrderIds(Arguments call) {
        long count = call.number("count");
        return count >= 1 && count <= LARGEST_BLOCK
                ? numbers.reserve((int) count)
                : Future.failedFuture(Problem.ofField(
                                Kind.INVALID,
                                "count",
                                "count must be from 1 to " + LARGEST_BLOCK + ".")
                        .asException());
    }

    private Future<AcceptReceipt> acceptOrder(Arguments call) {
        Arguments order = call.object("order");
        return writes.submit(new AcceptOrder(
                        order.facts(order.orderId("orderId"), clock.instant()),
                        call.idempotencyClaim()))
                .map(receipt -> new AcceptReceipt(receipt.orderId().value(), receipt.accepted()));
    }

    /** The schema's AcceptReceipt. */
    record AcceptReceipt(long orderId, boolean accepted) {}

    private Future<Order> placeOrder(Arguments call) {
        return call.has("orderId")
                ? place(call, call.orderId("orderId"), false)
                : numbers.reserve(1).compose(number -> place(call, new OrderId(number), true));
    }

    private Future<Order> place(Arguments call, OrderId id, boolean numberIsOurs) {
        Instant acceptedAt =
                call.has("acceptedAtMs") ? call.instant("acceptedAtMs") : clock.instant();
        Facts facts = call.facts(id, acceptedAt);
        return writes.submit(new PlaceOrder(facts, numberIsOurs));
    }

    private Future<Order> updateOrderStatus(Arguments call) {
        return writes.submit(
                new UpdateStatus(call.orderId("id"), Status.valueOf(call.text("status"))));
    }

    private Future<Order> cancelOrder(Arguments call) {
        Integer generation =
                call.has("linkGeneration") ? (int) call.number("linkGeneration") : null;
        return writes.submit(new CancelOrder(call.orderId("id"), call.operator(), generation));
    }

    private Future<String> addDeliveryData(Arguments call) {
        Arguments data = call.object("deliveryData");
        return writes.submit(new BookDelivery(
                        data.orderId("orderId"),
                        data.deliveryTime("deliveryTime"),
                        data.bookingRules(),
                        data.optionalNumber("fence"),
                        null))
                .map(order -> String.valueOf(order.progress().deliveryTime()));
    }

    private Future<String> bookSale(Arguments call) {
        return writes.submit(new BookSale(call.orderId("orderId"), call.price("totalPrice")))
                .map(UsdCents::toString);
    }

    private Future<String> reverseSale(Arguments call) {
        return writes.submit(new ReverseSale(call.orderId("orderId"))).map(UsdCents::toString);
    }

    private Future<String> keepEmail(Arguments email) {
        EmailText text =
                new EmailText(email.text("recipient"), email.text("subject"), email.text("text"));
        return writes.submit(new KeepEmail(
                        email.emailKey(), text, email.flag("keepOnly"), email.sender()))
                .map(EmailState::name);
    }

    private Future<String> markEmailSent(Arguments call) {
        return writes.submit(new MarkEmailSent(call.emailKey())).map(EmailState::name);
    }

    static void field(
            TypeRuntimeWiring.Builder type,
            String name,
            Function<Arguments, Future<? extends Object>> write) {
        type.dataFetcher(name, FieldCall.fetcher(write));
    }
}
