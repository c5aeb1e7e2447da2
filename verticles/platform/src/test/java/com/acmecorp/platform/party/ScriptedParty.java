package com.acmecorp.platform.party;

import com.acmecorp.platform.testing.Await;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Another company's HTTP server, which does what the test says. */
final class ScriptedParty {

    private final List<HttpServerRequest> asked = new CopyOnWriteArrayList<>();
    private final List<Buffer> bodies = new CopyOnWriteArrayList<>();
    private final List<Throwable> surprises = new CopyOnWriteArrayList<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final HttpServer server;
    private volatile Handler<HttpServerRequest> script = request -> {};

    ScriptedParty(Vertx vertx) {
        server = Await.result(
                vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
    }

    private void handle(HttpServerRequest request) {
        request.connection().closeHandler(closed -> cutOff.incrementAndGet());
        request.body()
                .onSuccess(body -> {
                    bodies.add(body);
                    asked.add(request);
                    script.handle(request);
                })
                .onFailure(surprises::add);
    }

    ScriptedParty answers(int status, String body) {
        return does(request -> end(request.response().setStatusCode(status).end(body)));
    }

    ScriptedParty does(Handler<HttpServerRequest> what) {
        script = what;
        return this;
    }

    /** Whatever the server couldn't do, the test wants to know of. */
    void end(Future<?> work) {
        work.onFailure(surprises::add);
    }

    /** The limits of a client that waits for nothing for long. */
    PartyConfig config(int timeoutMs, PartyLimits limits) {
        return new PartyConfig(
                "http://127.0.0.1:" + server.actualPort() + "/v1", "its key", timeoutMs, limits);
    }

    List<HttpServerRequest> asked() {
        return asked;
    }

    JsonObject lastBody() {
        return bodies.getLast().toJsonObject();
    }

    /** Connections that the client closed. */
    int cutOff() {
        return cutOff.get();
    }

    List<Throwable> surprises() {
        return surprises;
    }
}
