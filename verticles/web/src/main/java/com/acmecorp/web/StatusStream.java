package com.acmecorp.web;

import com.acmecorp.platform.problem.Problems;
import com.acmecorp.platform.usecase.UseCases;
import com.google.re2j.Pattern;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shopper's stream of an order's status. It ends with the journey and with what becomes of a
 * refund, when its time is up, or with the link. Each event's id is the length of the order's
 * timeline, which only grows, and what a refund's end adds to it: a shopper whose stream broke off
 * names the last id and is told nothing twice.
 */
final class StatusStream {

    static final String MEDIA_TYPE = "text/event-stream";
    static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final Logger LOG = LoggerFactory.getLogger(StatusStream.class);
    private static final String DELIVERY_BOOKED = "DELIVERY_BOOKED";
    private static final String CANCELLED = "CANCELLED";
    private static final String DUE = "DUE";
    private static final String COME_BACK = "retry: 2000\n\n";
    private static final String SIGN_OF_LIFE = ": still here\n\n";
    private static final int MOST_STUCK_BEATS = 30;
    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    private final Exchange exchange;
    private final HttpServerResponse response;
    private final UseCases useCases;
    private int told;
    private int beatsLeft;
    private int stuckBeats;
    private boolean asking;

    StatusStream(Exchange exchange, UseCases useCases, int beatsToEnd) {
        this.exchange = exchange;
        this.response = exchange.context().response();
        this.useCases = useCases;
        this.told = known(exchange.context().request());
        this.beatsLeft = beatsToEnd;
    }

    /** An id that isn't one of ours tells nothing of what the shopper knows. */
    private static int known(HttpServerRequest request) {
        String id = request.getHeader(LAST_EVENT_ID);
        return id != null && ID.matcher(id).matches() ? Integer.parseInt(id) : 0;
    }

    Future<Void> begin(JsonObject status) {
        return response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Accel-Buffering", "no")
                .write(COME_BACK)
                .compose(begun -> tellIfNewer(status));
    }

    /**
     * Asks how the order is, unless the last question is still open or the shopper reads too
     * slowly.
     */
    void beat() {
        if (--beatsLeft < 0) {
            end();
        } else if (isStuck()) {
            exchange.context().request().connection().close().onFailure(StatusStream::gone);
        } else if (!asking && takesMore()) {
            asking = true;
            useCases.call(exchange.operationId(), exchange.request())
                    .onSuccess(status -> tellIfNewer(status).onFailure(StatusStream::gone))
                    .onFailure(this::endIfRefused)
                    .onComplete(answered -> asking = false);
        }
    }

    /** Whether its shopper has read nothing for many beats. */
    private boolean isStuck() {
        stuckBeats = isOpen() && response.writeQueueFull() ? stuckBeats + 1 : 0;
        return stuckBeats > MOST_STUCK_BEATS;
    }

    /** Shows both ends, and whatever stands between them, that the connection is alive. */
    void heartbeat() {
        if (takesMore()) {
            response.write(SIGN_OF_LIFE).onFailure(StatusStream::gone);
        }
    }

    void end() {
        if (isOpen()) {
            response.end().onFailure(StatusStream::gone);
        }
    }

    private Future<Void> tellIfNewer(JsonObject status) {
        if (!isOpen()) {
            return Future.succeededFuture();
        }
        int id = status.getJsonArray("timeline").size() + refundSteps(status);
        boolean over = isLast(status);
        if (id <= told) {
            return over ? response.end() : Future.succeededFuture();
        }
        told = id;
        String event = "id: " + id + "\ndata: " + status.encode() + "\n\n";
        return over ? response.end(event) : response.write(event);
    }

    /** A refund that is due may still be given back or refused, and one that was refused be given back later. */
    private static int refundSteps(JsonObject status) {
        return switch (refund(status)) {
            case "REFUSED" -> 1;
            case "DONE" -> 2;
            default -> 0;
        };
    }

    private static boolean isLast(JsonObject status) {
        return switch (status.getString("status")) {
            case DELIVERY_BOOKED -> true;
            case CANCELLED -> !refund(status).equals(DUE);
            default -> false;
        };
    }

    private static String refund(JsonObject status) {
        return status.getJsonObject("refund", new JsonObject()).getString("state", "");
    }

    private boolean takesMore() {
        return isOpen() && !response.writeQueueFull();
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }

    /** A failure that may pass is waited out. */
    private void endIfRefused(Throwable failure) {
        if (!Problems.of(failure).kind().worthRetrying()) {
            end();
        }
    }

    private static void gone(Throwable failure) {
        LOG.debug("the shopper has left", failure);
    }
}
