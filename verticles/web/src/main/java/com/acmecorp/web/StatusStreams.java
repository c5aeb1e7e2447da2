package com.acmecorp.web;

import com.acmecorp.platform.usecase.UseCases;
import com.acmecorp.web.limit.Client;
import com.acmecorp.web.limit.Share;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells shoppers where their order stands: once, or to those who accept server-sent events again
 * after every change. For each open stream the use case is asked at the beat of one timer. When
 * there are as many streams as we keep, further shoppers get the plain answer, and their page asks
 * again by itself.
 */
final class StatusStreams implements Call {

    private static final int HEARTBEAT_MS = 15_000;

    private final UseCases useCases;
    private final Limits limits;
    private final Share byOrder;
    private final Share byAddress;
    private final int most;
    private final int beatsToEnd;
    private final Set<StatusStream> open = new LinkedHashSet<>();

    StatusStreams(Vertx vertx, UseCases useCases, Limits limits, WebConfig config) {
        this.useCases = useCases;
        this.limits = limits;
        this.byOrder = new Share(config.limits().streamsPerOrder());
        this.byAddress = new Share(config.limits().streamsPerAddress());
        this.most = config.mostStreams();
        this.beatsToEnd = Math.max(1, config.streamMaxSeconds() * 1_000 / config.streamPollMs());
        vertx.setPeriodic(config.streamPollMs(), timer -> each(StatusStream::beat));
        vertx.setPeriodic(heartbeatMs(config), timer -> each(StatusStream::heartbeat));
    }

    /** Well before this listener would take the silence for a dead connection. */
    private static int heartbeatMs(WebConfig config) {
        return Math.min(HEARTBEAT_MS, config.idleTimeoutSeconds() * 1_000 / 2);
    }

    @Override
    public Future<Void> answer(Exchange exchange) {
        return useCases.call(exchange.operationId(), exchange.request())
                .compose(status -> wantsStream(exchange)
                        ? streamIfThereIsRoom(exchange, status)
                        : exchange.answer(status));
    }

    /** Room in all, and of what one order and one client may have. */
    private Future<Void> streamIfThereIsRoom(Exchange exchange, JsonObject status) {
        String order = String.valueOf(exchange.request().body().getValue("orderId"));
        Client client = limits.client(exchange.context().request());
        boolean room = open.size() < most
                && byOrder.isLeft(order)
                && (!client.limited() || byAddress.isLeft(client.key()));
        return room ? stream(exchange, status, order, client.key()) : exchange.answer(status);
    }

    /** Ends all streams; their pages will ask for new ones elsewhere. */
    void close() {
        each(StatusStream::end);
    }

    /** Of a copy, because a stream that ends leaves the set. */
    private void each(Consumer<StatusStream> action) {
        List.copyOf(open).forEach(action);
    }

    private static boolean wantsStream(Exchange exchange) {
        String accepted = exchange.context().request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(StatusStream.MEDIA_TYPE);
    }

    private Future<Void> stream(
            Exchange exchange, JsonObject status, String order, String address) {
        StatusStream stream = new StatusStream(exchange, useCases, beatsToEnd);
        open.add(stream);
        byOrder.take(order);
        byAddress.take(address);
        exchange.context().addEndHandler(ended -> {
            open.remove(stream);
            byOrder.giveBack(order);
            byAddress.giveBack(address);
        });
        return stream.begin(status);
    }
}
