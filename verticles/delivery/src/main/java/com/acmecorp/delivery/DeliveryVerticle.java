package com.acmecorp.delivery;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.party.PartyAudit;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.sandbox.Sandbox;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * The delivery context.
 *
 * <p>Offers deliveryTimes and bookDelivery, and to operators changeDelivery. Consumes
 * OrderDeliverable of test orders, which it books itself, and OrderCancelled. What it writes emits
 * DeliveryBooked. It owns the rule of the slots, the bookings and the dealings with the delivery
 * partner, whose reservations it compares with the bookings. Not final, so that a test can put its own partner in place.
 */
public class DeliveryVerticle extends VerticleBase {

    private static final long LOOK_EVERY_MS = 2_000;
    private static final int DATABASE_MS = 10_000;

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

    DeliveryPartner partner() {
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
        Claims claims = new Claims(platform.database(), leaseMs());
        Reservations reservations = new Reservations(partner, bookings, claims);
        OfferDeliveryTimes offers = new OfferDeliveryTimes(
                partner, bookings, Duration.ofHours(config.changeCutoffHours()), platform.clock());
        BookDelivery bookDelivery = new BookDelivery(
                offers,
                reservations,
                bookings,
                new UnpaidBuyers(platform.database(), config.mostPerUnpaidBuyer()),
                config,
                platform.links());
        AutoBook autoBook = new AutoBook(partner, bookings, reservations);
        ReleaseReservation release = new ReleaseReservation(reservations);
        PartyAudit audit =
                PartyAudit.of(vertx, platform, new PartnersBooks(partner), config.partner());
        audit.start();
        return Future.all(
                        platform.useCases().offer("deliveryTimes", offers::handle),
                        offer("bookDelivery", bookDelivery::handle, audit),
                        offer("operator.changeDelivery", bookDelivery::handleByOperator, audit),
                        platform.subscriber()
                                .subscribe(
                                        "delivery.auto-book",
                                        OrderDeliverable.class,
                                        audit.after(autoBook::on)),
                        platform.subscriber()
                                .subscribe(
                                        "delivery.release-reservation",
                                        OrderCancelled.class,
                                        audit.after(release::on)))
                .onSuccess(listening -> lookAfter(new SettleReservations(claims, reservations)));
    }

    private Future<?> offer(
            String name, Function<Request, Future<JsonObject>> booking, PartyAudit audit) {
        return platform.useCases()
                .offer(
                        name,
                        request -> booking.apply(request)
                                .onComplete(done -> audit.touched(request.orderId())));
    }

    /** The partner is asked at most twice under a claim, for the new time and for the old one. */
    private int leaseMs() {
        return 2 * config.partner().timeoutMs() + DATABASE_MS;
    }

    private void lookAfter(SettleReservations settle) {
        vertx.setPeriodic(LOOK_EVERY_MS, time -> settle.look());
    }
}
