package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.Platform;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The delivery context as it is, with a test's partner in place of its own. */
public final class DeliveryWithVans extends DeliveryVerticle {

    private final SlotCalendar calendar;
    private final Vans vans;

    /** What a test plays of a partner. */
    public interface Vans {

        /**
         * Changes what is held for an order.
         *
         * @param slot null: nothing is held any more
         */
        Future<Void> hold(OrderId order, @Nullable DeliveryTime slot, long fence);
    }

    public DeliveryWithVans(DeliveryConfig config, Platform platform, Vans vans) {
        super(config, platform);
        this.calendar = new SlotCalendar(config.rule());
        this.vans = vans;
    }

    @Override
    DeliveryPartner partner() {
        return new Played();
    }

    private final class Played implements DeliveryPartner {

        @Override
        public Future<List<DeliveryTime>> offers(Instant asked, @Nullable ZoneId zone) {
            return Future.succeededFuture(calendar.slotsFor(asked, zone));
        }

        @Override
        public Future<Void> reserve(OrderId order, DeliveryTime slot, long fence) {
            return vans.hold(order, slot, fence);
        }

        @Override
        public Future<Void> release(OrderId order, long fence) {
            return vans.hold(order, null, fence);
        }

        @Override
        public Future<Reservation> find(OrderId order) {
            return Future.succeededFuture(new Reservation.Unknown());
        }
    }
}
