package com.acmecorp.email;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Tells whether the mail server greets us. It asks every some seconds at most. */
final class SmtpProbe {

    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final int TIMEOUT_MS = 1_000;
    private static final String READY = "220";

    private final NetClient client;
    private final SmtpConfig server;
    private final Clock clock;

    private Future<JsonObject> answer = Future.failedFuture("not asked yet");
    private Instant askedAt = Instant.MIN;

    SmtpProbe(Vertx vertx, SmtpConfig server, Clock clock) {
        NetClientOptions options = new NetClientOptions()
                .setConnectTimeout(TIMEOUT_MS)
                .setSsl(server.implicitTls())
                .setHostnameVerificationAlgorithm(server.implicitTls() ? "HTTPS" : "");
        this.client = vertx.createNetClient(options);
        this.server = server;
        this.clock = clock;
    }

    /** Fails when the server can't be reached or isn't ready. */
    synchronized Future<JsonObject> ask() {
        Instant now = clock.instant();
        if (askedAt.plus(FRESH).isBefore(now)) {
            askedAt = now;
            answer = client.connect(server.port(), server.host())
                    .compose(SmtpProbe::greeting)
                    .timeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .map(greeted -> JsonObject.of("server", server.host() + ":" + server.port()));
        }
        return answer;
    }

    private static Future<Void> greeting(NetSocket socket) {
        Promise<String> line = Promise.promise();
        socket.handler(greeting -> line.tryComplete(greeting.toString()))
                .closeHandler(closed -> line.tryFail("the mail server closed the connection"))
                .exceptionHandler(line::tryFail);
        return line.future()
                .compose(SmtpProbe::requireReady)
                .eventually(() -> socket.end(Buffer.buffer("QUIT\r\n")));
    }

    private static Future<Void> requireReady(String greeting) {
        return greeting.startsWith(READY)
                ? Future.succeededFuture()
                : Future.failedFuture("the mail server isn't ready");
    }
}
