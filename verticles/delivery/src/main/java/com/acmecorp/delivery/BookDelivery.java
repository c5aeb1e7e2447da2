package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.log.StepLog;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * Books the delivery time that the holder of an order's link chose, or an operator, or changes it.
 * Whether the order may have it is the database's to say.
 */
final class BookDelivery {

    private static final StepLog LOG = StepLog.of(BookDelivery.class);

    private final OfferDeliveryTimes offers;
    private final Reservations reservations;
    private final Bookings bookings;
    private final UnpaidBuyers unpaidBuyers;
    private final DeliveryConfig config;
    private final LinkTokens links;

    BookDelivery(
            OfferDeliveryTimes offers,
            Reservations reservations,
            Bookings bookings,
            UnpaidBuyers unpaidBuyers,
            DeliveryConfig config,
            LinkTokens links) {
        this.offers = offers;
        this.reservations = reservations;
        this.bookings = bookings;
        this.unpaidBuyers = unpaidBuyers;
        this.config = config;
        this.links = links;
    }

    Future<JsonObject> handle(Request request) {
        OrderId id = request.orderId();
        int generation = linkGeneration(id, request.text("token"));
        DeliveryTime time = timeIn(request);
        String expected = request.detail().getString("expectedTime");
        return bookings.order(id)
                .map(order -> order.requireLink(generation))
                .compose(order -> bookForCustomer(order, choice(order, time, expected)))
                .onSuccess(booked -> LOG.step("delivery is booked", id, request.trace()));
    }

    /** Changes a delivery for an operator, after its deadline, too; or books one. */
    Future<JsonObject> handleByOperator(Request request) {
        OrderId id = request.orderId();
        Operator by = Operator.of(request);
        DeliveryTime time = timeIn(request);
        String expected = request.detail().getString("expectedTime");
        return bookings.order(id)
                .compose(order -> book(order, choice(order, time, expected).by(by)))
                .onSuccess(booked ->
                        LOG.step("delivery is booked by an operator", id, request.trace()));
    }

    /** The refusal of a wrong token doesn't tell whether the order exists. */
    private int linkGeneration(OrderId order, String token) {
        return links.generation(Purpose.BOOK_DELIVERY, order, token)
                .orElseThrow(() -> Problem.of(
                                Kind.FORBIDDEN, "Please use the delivery link from your e-mail.")
                        .asException());
    }

    private static DeliveryTime timeIn(Request request) {
        try {
            return DeliveryTime.parse(request.text("deliveryTime"));
        } catch (IllegalArgumentException e) {
            throw invalidTime("deliveryTime must be epoch milliseconds.");
        }
    }

    private Choice choice(DeliveryOrder order, DeliveryTime time, @Nullable String expected) {
        Integer capacity = order.isTest() ? null : config.slotCapacity();
        return new Choice(
                order.id(), time, expected, capacity, config.changeCutoffHours(), null, null);
    }

    private Future<JsonObject> bookForCustomer(DeliveryOrder order, Choice choice) {
        return unpaidBuyers
                .of(order)
                .map(buyer -> buyer.map(choice::of).orElse(choice))
                .compose(chosen -> book(order, chosen));
    }

    private Future<JsonObject> book(DeliveryOrder order, Choice choice) {
        if (choice.time().equals(order.timeToHold())) {
            return Future.succeededFuture(order.booking(choice.time()));
        }
        return requireOnOffer(order, choice.time())
                .compose(offered -> reservations.book(choice))
                .map(order::booking);
    }

    private Future<Void> requireOnOffer(DeliveryOrder order, DeliveryTime time) {
        Destination destination = Destination.of(order.place());
        return offers.onOffer(destination)
                .compose(slots -> slots.contains(time)
                        ? Future.succeededFuture()
                        : Future.failedFuture(invalidTime(notOnOffer(destination))));
    }

    private static String notOnOffer(Destination destination) {
        String where = destination.zone() == null
                ? ""
                : " where these plants go, in the zone " + destination.zone();
        return "This delivery time isn't on offer%s; please choose another.".formatted(where);
    }

    private static ProblemException invalidTime(String detail) {
        return Problem.ofField(Kind.INVALID, "deliveryTime", detail).asException();
    }
}
