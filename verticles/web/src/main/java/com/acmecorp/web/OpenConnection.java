package com.acmecorp.web;

import com.acmecorp.web.limit.Client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/**
 * An open connection: since when its other end has been sending a request, and when it was told to come back. It sits
 * in front of what decodes HTTP, because a request that comes byte by byte is seen nowhere else. Belongs to one event
 * loop.
 */
final class OpenConnection extends ChannelInboundHandlerAdapter {

    /** However long it was told to stay away, and whatever a clock does that is set anew. */
    private static final long LONGEST_WAIT_MS = 10_000;

    private final HttpConnection connection;
    private final Client client;
    private final Clock clock;
    private final long openedAtMs;
    private boolean nextHasBegun;
    private long beganAtMs;
    private @Nullable HttpServerRequest request;
    private long comeBackAtMs;

    OpenConnection(HttpConnection connection, Client client, Clock clock) {
        this.connection = connection;
        this.client = client;
        this.clock = clock;
        this.openedAtMs = clock.millis();
    }

    HttpConnection connection() {
        return connection;
    }

    /** Whose connection it is. */
    Client client() {
        return client;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!nextHasBegun && (request == null || request.isEnded())) {
            nextHasBegun = true;
            beganAtMs = clock.millis();
        }
        context.fireChannelRead(bytes);
    }

    /** Notes that a request's head is complete; it may have come together with the end of the one before. */
    void head(HttpServerRequest next) {
        if (!nextHasBegun) {
            beganAtMs = clock.millis();
        }
        nextHasBegun = false;
        request = next;
    }

    /** The request whose head is there and whose body isn't; null where there is none. */
    @Nullable
    HttpServerRequest unfinished() {
        return request == null || request.isEnded() ? null : request;
    }

    /** For how long a request has been coming in that isn't complete; 0 where none is, or one is being answered. */
    long sendsForMs() {
        boolean answering =
                request != null && request.isEnded() && !request.response().ended();
        boolean sends = nextHasBegun || unfinished() != null;
        return sends && !answering ? clock.millis() - beganAtMs : 0;
    }

    /** For how long it has been open without a single byte. */
    long silentForMs() {
        return request == null && !nextHasBegun ? clock.millis() - openedAtMs : 0;
    }

    /**
     * Notes that a request was refused, and that its sender was told when to ask again.
     *
     * @return for how long the refusal itself has to wait, because its sender asked before the time that it had been
     *     told; 0 where it didn't
     */
    long refused(int seconds) {
        long now = clock.millis();
        long waitMs = Math.clamp(comeBackAtMs - now, 0, LONGEST_WAIT_MS);
        comeBackAtMs = now + waitMs + seconds * 1_000L;
        return waitMs;
    }
}
