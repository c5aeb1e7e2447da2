package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/**
 * One of the two addresses on which this context listens.
 *
 * @param name as in its settings, {@code http.<name>Port}
 */
record Listener(String name, String host, int port) {

    /** Ends when it listens; fails with a sentence that says which setting to change. */
    Future<HttpServer> listen(
            Vertx vertx, Router router, OpenConnections connections, int idleTimeoutSeconds) {
        HttpServerOptions options = new HttpServerOptions()
                .setReuseAddress(true)
                .setIdleTimeout(idleTimeoutSeconds)
                .setHttp2ClearTextEnabled(false);
        Targets targets = new Targets(router);
        return vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    MalformedMessages.watch(connection);
                    connections.add(connection);
                })
                .requestHandler(request -> {
                    connections.head(request);
                    targets.handle(request);
                })
                .invalidRequestHandler(Answers::malformed)
                .listen(port, host)
                .recover(failure -> Future.failedFuture(
                        Problem.of(Kind.UNAVAILABLE, sentence(failure)).asException()));
    }

    private String sentence(Throwable failure) {
        String reason = String.valueOf(failure.getMessage());
        if (reason.contains("in use")) {
            return "Port %d is in use; stop the program that uses it, or choose another with --set http.%sPort=…"
                    .formatted(port, name);
        }
        if (reason.contains("ermission denied")) {
            return "Port %d may only be used by root; choose another with --set http.%sPort=…"
                    .formatted(port, name);
        }
        return "%s is no address of this machine; choose another with --set http.%sHost=…"
                .formatted(host, name);
    }
}
