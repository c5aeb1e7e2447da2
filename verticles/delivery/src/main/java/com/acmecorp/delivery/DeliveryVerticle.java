package com.acmecorp.delivery;

import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.party.PartyAudit;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.sandbox.Sandbox;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The delivery context.
 *
 * <p>Offers deliveryTimes and bookDelivery. Consumes OrderDeliverable of test orders, which it
 * books itself. What it writes emits DeliveryBooked. It owns the rule of the slots, the bookings
 * and the dealings with the delivery partner, whose reservations it compares with the bookings.
 */
public final class DeliveryVerticle extends VerticleBase {

    private final DeliveryConfig config;
    private final Platform platform;

    public DeliveryVerticle(DeliveryConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        return listen(partner());
    }

    private DeliveryPartner partner() {
        return config.partner().isSet()
                ? new HttpDeliveryPartner(PartyClient.of(
                        vertx, platform.health(), "the delivery partner", config.partner()))
                : sandbox();
    }

    private DeliveryPartner sandbox() {
        Sandbox sandbox = new Sandbox(
                vertx,
                "the delivery partner",
                config.sandbox(),
                () -> ThreadLocalRandom.current().nextDouble());
        return new SandboxDeliveryPartner(config.rule(), config.refuseShare(), sandbox);
    }

    private Future<?> listen(DeliveryPartner partner) {
        Bookings bookings = new Bookings(platform.database(), config.slotCapacity());
        OfferDeliveryTimes offers = new OfferDeliveryTimes(partner, bookings, platform.clock());
        BookDelivery bookDelivery =
                new BookDelivery(offers, new Reservations(partner), bookings, platform.links());
        AutoBook autoBook = new AutoBook(partner, bookings);
        PartyAudit audit =
                PartyAudit.of(vertx, platform, new PartnersBooks(partner), config.partner());
        audit.start();
        return Future.all(
                platform.useCases().offer("deliveryTimes", offers::handle),
                platform.useCases()
                        .offer(
                                "bookDelivery",
                                request -> bookDelivery
                                        .handle(request)
                                        .onComplete(done -> audit.touched(request.orderId()))),
                platform.subscriber()
                        .subscribe(
                                "delivery.auto-book",
                                OrderDeliverable.class,
                                audit.after(autoBook::on)));
    }
}
