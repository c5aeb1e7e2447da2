package com.acmecorp.simulators;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Plays the four third parties over HTTP, on one port of the loopback address. It stands for other companies: it shares
 * nothing with the contexts but the way in which they are configured, and what it knows is in its memory only.
 *
 * <p>What has an effect carries the order's number as {@code Idempotency-Key}; the same key gets the same answer, with
 * other content it is refused (422). Bodies are JSON; what is wrong with a call is told as {@code {"detail": …}} (400).
 *
 * <pre>
 * POST   /payments                 {amountMinorUnits, currency}   200 {status: PAID or DECLINED, reference}
 * GET    /payments/{order}                                        200 {status: PAID, DECLINED, REFUNDED or NONE, reference,
 *                                                                 amountMinorUnits, currency}
 * POST   /payments/{order}/refund                                 200 {status: REFUNDED}; from then on, to pay is DECLINED.
 *                                                                 422 where it is refused
 * POST   /requests                 {products}                     200 {status: DELIVERED}, or 202 {status: LATER} and then
 *                                                                 POST {orderId} to simulators.stockUrl
 * GET    /requests/{order}                                        200 {status: NONE, LATER, DELIVERED, REFUSED or CANCELLED}
 * DELETE /requests/{order}                                        200 {status: CANCELLED}; from then on, so is each request
 * POST   /entries                  {totalUsdCents}                200
 * GET    /entries/{order}                                         200 {status: NONE, ENTERED, REVERSED or REFUSED, totalUsdCents}
 * POST   /entries/{order}/reversal {totalUsdCents}                200; counts no more
 * GET    /offers?asked={ISO time}&zone={IANA name, optional}      200 {slots: [epoch ms as texts]}
 * PUT    /reservations/{order}     {slot}                         200, or 409 where it is taken
 * DELETE /reservations/{order}                                    200
 *
 * GET    /behaviour                                               how each party behaves
 * PUT    /behaviour/{party}        see {@link Behaviour}          payment, stockist, bookkeeping or delivery
 * GET    /payments                 {payments, charges, refunds, declined, heldMinorUnits by currency, forgotten}
 * GET    /requests                 {requests, callbacksAccepted, callbacksWaiting, callbacksGivenUp, forgotten}
 * GET    /entries                  {entries, totalUsdCents, forgotten}
 * GET    /reservations             {reservations, forgotten}
 * </pre>
 *
 * The books list each order with how often it {@code asked}; they keep the last 100,000 and say how many were forgotten.
 */
public final class SimulatorsVerticle extends VerticleBase {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorsVerticle.class);
    private static final int MOST_BYTES = 65_536;
    private static final int IDLE_SECONDS = 60;
    private static final String HOST = "127.0.0.1";

    private final SimulatorsConfig config;
    private volatile int port;

    public SimulatorsVerticle(SimulatorsConfig config) {
        this.config = config;
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(new HttpServerOptions().setIdleTimeout(IDLE_SECONDS))
                .requestHandler(router())
                .listen(config.port(), HOST)
                .onSuccess(this::isListening);
    }

    private void isListening(HttpServer server) {
        port = server.actualPort();
        LOG.info("the third parties are played at {}", url());
    }

    /** Where the parties are, once it has started. */
    public String url() {
        return "http://" + HOST + ":" + port;
    }

    private Router router() {
        Stage stage = new Stage(vertx, () -> ThreadLocalRandom.current().nextDouble());
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
        router.get("/behaviour").handler(stage::show);
        router.put("/behaviour/:party").handler(stage::change);
        new PaymentSimulator(stage).mount(router);
        new StockistSimulator(stage, new Callbacks(vertx, config)).mount(router);
        new BookkeepingSimulator(stage).mount(router);
        new DeliverySimulator(stage).mount(router);
        return router;
    }
}
