package com.acmecorp.simulators;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.signature.BodySignature;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.function.BooleanSupplier;

/** The stockist's calls to the shop: goods have come. It tries for a minute, for the shop may be away. */
final class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_ATTEMPTS = 60;
    private static final int PAUSE_MS = 1_000;
    private static final int TIMEOUT_MS = 5_000;
    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpRequest<Buffer> call;
    private final String secret;
    private int waiting;
    private long accepted;
    private long givenUp;

    Callbacks(Vertx vertx, SimulatorsConfig config) {
        this.vertx = vertx;
        this.secret = config.stockSecret();
        HttpRequest<Buffer> plain =
                WebClient.create(vertx).postAbs(config.stockUrl()).timeout(TIMEOUT_MS);
        this.call = config.stockKey().isEmpty()
                ? plain
                : plain.bearerTokenAuthentication(config.stockKey());
    }

    boolean areTooMany() {
        return waiting >= MOST_WAITING;
    }

    /**
     * Calls back after the stockist's delay, perhaps once more after another.
     *
     * @param goodsLeave asked each time before the shop is told; answers whether there is anything to tell
     */
    void plan(OrderId order, Stage stage, BooleanSupplier goodsLeave) {
        Behaviour behaviour = stage.of(Party.STOCKIST);
        int times = stage.happens(behaviour.twiceShare()) ? 2 : 1;
        waiting++;
        repeat(order, Math.max(1, behaviour.callbackDelayMs()), times, goodsLeave)
                .onComplete(ended -> {
                    waiting--;
                    if (ended.failed()) {
                        givenUp++;
                        LOG.warn("the simulated stockist couldn't call back", ended.cause());
                    }
                });
    }

    private Future<Void> repeat(OrderId order, int delayMs, int times, BooleanSupplier goodsLeave) {
        return times == 0
                ? Future.succeededFuture()
                : vertx.timer(delayMs)
                        .compose(passed -> goodsLeave.getAsBoolean()
                                ? attempt(order, 1)
                                : Future.succeededFuture())
                        .compose(told -> repeat(order, delayMs, times - 1, goodsLeave));
    }

    private Future<Void> attempt(OrderId order, int attempt) {
        Buffer body = JsonObject.of("orderId", order.value()).toBuffer();
        return signed(body)
                .sendBuffer(body)
                .compose(this::judge)
                .recover(failure -> attempt < MOST_ATTEMPTS
                        ? vertx.timer(PAUSE_MS).compose(passed -> attempt(order, attempt + 1))
                        : Future.failedFuture(failure));
    }

    private HttpRequest<Buffer> signed(Buffer body) {
        HttpRequest<Buffer> request = call.copy().putHeader("Content-Type", "application/json");
        if (secret.isEmpty()) {
            return request;
        }
        String now = String.valueOf(System.currentTimeMillis());
        return request.putHeader(BodySignature.TIMESTAMP_HEADER, now)
                .putHeader(
                        BodySignature.SIGNATURE_HEADER,
                        new BodySignature(secret).sign(now, body.toString()));
    }

    private Future<Void> judge(HttpResponse<Buffer> answer) {
        if (answer.statusCode() != OK) {
            return Future.failedFuture("the shop answered " + answer.statusCode());
        }
        accepted++;
        return Future.succeededFuture();
    }

    JsonObject json() {
        return JsonObject.of(
                "callbacksAccepted",
                accepted,
                "callbacksWaiting",
                waiting,
                "callbacksGivenUp",
                givenUp);
    }
}
