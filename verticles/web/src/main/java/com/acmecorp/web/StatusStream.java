package com.acmecorp.web;

import com.acmecorp.platform.problem.Problems;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shopper's stream of an order's status. It ends with the journey, when its time is up, or with
 * the link.
 */
final class StatusStream {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final Logger LOG = LoggerFactory.getLogger(StatusStream.class);
    private static final String LAST_STATUS = "DELIVERY_BOOKED";

    private final Exchange exchange;
    private final HttpServerResponse response;
    private final UseCases useCases;
    private final int beatsToHeartbeat;
    private JsonObject last = new JsonObject();
    private int beatsOfSilence;
    private int beatsLeft;
    private boolean asking;

    StatusStream(Exchange exchange, UseCases useCases, int beatsToHeartbeat, int beatsToEnd) {
        this.exchange = exchange;
        this.response = exchange.context().response();
        this.useCases = useCases;
        this.beatsToHeartbeat = beatsToHeartbeat;
        this.beatsLeft = beatsToEnd;
    }

    Future<Void> begin(JsonObject status) {
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Accel-Buffering", "no");
        return tell(status);
    }

    /**
     * Asks how the order is, unless the last question is still open or the shopper reads too
     * slowly.
     */
    void beat() {
        if (--beatsLeft < 0) {
            end();
        } else if (!asking && !response.writeQueueFull()) {
            asking = true;
            useCases.call(exchange.operationId(), exchange.request())
                    .onSuccess(this::tellIfChanged)
                    .onFailure(this::endIfRefused)
                    .onComplete(answered -> asking = false);
        }
    }

    void end() {
        if (!response.ended() && !response.closed()) {
            response.end().onFailure(StatusStream::gone);
        }
    }

    private void tellIfChanged(JsonObject status) {
        if (!status.equals(last)) {
            tell(status).onFailure(StatusStream::gone);
        } else if (++beatsOfSilence >= beatsToHeartbeat) {
            beatsOfSilence = 0;
            response.write(": still here\n\n").onFailure(StatusStream::gone);
        }
    }

    private Future<Void> tell(JsonObject status) {
        last = status;
        beatsOfSilence = 0;
        String event = "data: " + status.encode() + "\n\n";
        return status.getString("status", "").equals(LAST_STATUS)
                ? response.end(event)
                : response.write(event);
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
