package com.acmecorp.app.torture;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

import java.util.Random;

/**
 * A port of this machine from which everything goes on to another one, until it is severed, and nobody gets through, or
 * told to fail: then a piece on its way may be late, or be the last of its connection, of which only one half arrives; or it vanishes, with all that follows,
 * and nobody is told for a while.
 */
final class FaultyLine {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int ONE_LATE_IN = 50;
    private static final int ONE_CUT_IN = 400;
    private static final int ONE_VANISHES_IN = 5_000;
    private static final int LONGEST_DELAY_MS = 100;
    /** Longer than anybody on the line has patience. */
    private static final long SILENCE_MS = 60_000;

    private final Vertx vertx;
    private final NetServer server;
    private final NetClient client;
    private final int target;
    private final Random random;
    private volatile boolean failing;
    private volatile boolean severed;

    private FaultyLine(Vertx vertx, int target, long seed) {
        this.vertx = vertx;
        this.server = vertx.createNetServer();
        this.client = vertx.createNetClient();
        this.target = target;
        this.random = new Random(seed);
    }

    /** Opens a line to that port of this machine; blocks. */
    static FaultyLine to(Vertx vertx, int target, long seed) {
        FaultyLine line = new FaultyLine(vertx, target, seed);
        line.server.connectHandler(line::accept).listen(0, LOOPBACK).await();
        return line;
    }

    /** Where the line begins. */
    int port() {
        return server.actualPort();
    }

    void fail(boolean now) {
        failing = now;
    }

    void sever(boolean now) {
        severed = now;
    }

    private void accept(NetSocket near) {
        if (severed) {
            hangUp(near);
            return;
        }
        near.pause();
        client.connect(target, LOOPBACK)
                .onSuccess(far -> {
                    join(near, far);
                    join(far, near);
                    near.resume();
                })
                .onFailure(refused -> hangUp(near));
    }

    private void join(NetSocket from, NetSocket to) {
        from.handler(piece -> pass(piece, from, to));
        from.closeHandler(closed -> hangUp(to));
        from.exceptionHandler(failure -> hangUp(to));
    }

    private void pass(Buffer piece, NetSocket from, NetSocket to) {
        if (severed) {
            cut(piece, from, to);
        } else if (!failing) {
            send(piece, from, to);
        } else if (random.nextInt(ONE_VANISHES_IN) == 0) {
            vanish(from, to);
        } else if (random.nextInt(ONE_CUT_IN) == 0) {
            cut(piece, from, to);
        } else if (random.nextInt(ONE_LATE_IN) == 0) {
            delay(piece, from, to);
        } else {
            send(piece, from, to);
        }
    }

    /** Takes in no more than goes out. */
    private static void send(Buffer piece, NetSocket from, NetSocket to) {
        to.write(piece).onFailure(gone -> hangUp(from));
        if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(room -> from.resume());
        }
    }

    private void vanish(NetSocket from, NetSocket to) {
        from.handler(lost -> {});
        to.handler(lost -> {});
        vertx.setTimer(SILENCE_MS, over -> {
            hangUp(from);
            hangUp(to);
        });
    }

    private static void cut(Buffer piece, NetSocket from, NetSocket to) {
        to.write(piece.slice(0, piece.length() / 2)).onComplete(half -> {
            hangUp(to);
            hangUp(from);
        });
    }

    private void delay(Buffer piece, NetSocket from, NetSocket to) {
        from.pause();
        vertx.setTimer(1 + random.nextInt(LONGEST_DELAY_MS), late -> {
            send(piece, from, to);
            from.resume();
        });
    }

    /** A socket that is closed already stays so. */
    private static void hangUp(NetSocket socket) {
        socket.close().onFailure(gone -> socket.closeHandler(closed -> {}));
    }
}
