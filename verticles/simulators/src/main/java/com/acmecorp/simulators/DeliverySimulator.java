package com.acmecorp.simulators;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One whose vans drive every two hours by day, for two weeks from tomorrow: one reservation for each order. Who names a
 * zone gets the days and hours of that zone.
 */
final class DeliverySimulator {

    private static final String OFFERS = "/offers";
    private static final String RESERVATIONS = "/reservations";
    private static final Reply OVERTAKEN =
            Reply.problem(409, "A later change to this reservation is made already.");
    private static final int DAYS = 14;
    private static final List<Integer> HOURS = List.of(9, 11, 13, 15, 17);
    private static final ZoneId ZONE = ZoneOffset.ofHours(-5);

    private final Stage stage;
    private final Books<DeliveryTime> books = new Books<>();
    private final Books<Long> fences = new Books<>();

    DeliverySimulator(Stage stage) {
        this.stage = stage;
    }

    void mount(Router router) {
        String one = RESERVATIONS + "/:order";
        router.get(OFFERS).handler(call -> stage.act(Party.DELIVERY, call, this::offer));
        router.put(one).handler(call -> stage.act(Party.DELIVERY, call, this::reserve));
        router.get(one).handler(call -> stage.act(Party.DELIVERY, call, this::find));
        router.delete(one).handler(call -> stage.act(Party.DELIVERY, call, this::release));
        router.get(RESERVATIONS)
                .handler(call -> Stage.reply(
                        call,
                        Reply.ok(books.json(
                                "reservations", slot -> JsonObject.of("slot", slot.toString())))));
    }

    private Reply offer(RoutingContext call) {
        ZoneId zone = zone(call);
        LocalDate today = LocalDate.ofInstant(asked(call), zone);
        return Reply.ok(JsonObject.of(
                "slots",
                new JsonArray(IntStream.rangeClosed(1, DAYS)
                        .mapToObj(today::plusDays)
                        .flatMap(day -> slotsOn(day, zone))
                        .toList())));
    }

    private static ZoneId zone(RoutingContext call) {
        String zone = call.request().getParam("zone");
        try {
            return zone == null ? ZONE : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone must be one such as America/Denver.", e);
        }
    }

    private static Instant asked(RoutingContext call) {
        try {
            return Instant.parse(String.valueOf(call.request().getParam("asked")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "asked must be a time such as 2026-11-24T12:00:00Z.", e);
        }
    }

    private static Stream<String> slotsOn(LocalDate day, ZoneId zone) {
        return HOURS.stream()
                .map(hour -> day.atTime(hour, 0).atZone(zone).toInstant())
                .map(slot -> String.valueOf(slot.toEpochMilli()));
    }

    private Reply reserve(RoutingContext call) {
        OrderId order = Ask.orderIn(call);
        DeliveryTime slot = DeliveryTime.parse(Ask.of(call).required("slot", String.class));
        if (isOvertaken(call, order)) {
            return OVERTAKEN;
        }
        if (stage.happens(stage.of(Party.DELIVERY).declineShare())) {
            return Reply.problem(409, "This slot is taken.");
        }
        books.ask(order, () -> slot);
        books.change(order, slot);
        return Reply.ok(JsonObject.of("orderId", order.value(), "slot", slot.toString()));
    }

    private Reply release(RoutingContext call) {
        OrderId order = Ask.orderIn(call);
        if (isOvertaken(call, order)) {
            return OVERTAKEN;
        }
        books.remove(order);
        return Reply.ok(JsonObject.of("orderId", order.value()));
    }

    private Reply find(RoutingContext call) {
        OrderId order = Ask.orderIn(call);
        return Reply.ok(books.find(order)
                .map(slot -> JsonObject.of("status", "RESERVED", "slot", slot.toString()))
                .orElseGet(() -> JsonObject.of("status", "NONE"))
                .put("orderId", order.value()));
    }

    /** Whether a call comes after one with a higher fencing token; one without a token never does. */
    private boolean isOvertaken(RoutingContext call, OrderId order) {
        String sent = call.request().getHeader("Fencing-Token");
        if (sent == null) {
            return false;
        }
        long token = Long.parseLong(sent);
        if (fences.find(order).filter(highest -> highest > token).isPresent()) {
            return true;
        }
        fences.change(order, token);
        return false;
    }
}
