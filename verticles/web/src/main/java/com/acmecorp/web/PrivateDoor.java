package com.acmecorp.web;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.google.re2j.Pattern;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who may use the private listener: whoever has the key; where there is none, programs of this
 * machine. Those include browsers, and a page of a hostile site could have its own name lead here;
 * a request that doesn't call us by a name of this machine is therefore turned away.
 */
final class PrivateDoor implements Handler<RoutingContext> {

    private static final String BEARER = "Bearer ";
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?");

    private final byte[] key;

    /** Demands that key; an empty one means that there is none. */
    PrivateDoor(String key) {
        this.key = bytes(key);
    }

    @Override
    public void handle(RoutingContext context) {
        if (key.length == 0) {
            requireThisMachine(context.request());
        } else {
            requireKey(context.request());
        }
        context.next();
    }

    private static void requireThisMachine(HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host != null && !THIS_MACHINE.matcher(host).matches()) {
            throw Problem.ofField(
                            Kind.MALFORMED,
                            "Host",
                            "The private API is called as localhost or 127.0.0.1 only.")
                    .asException();
        }
    }

    private void requireKey(HttpServerRequest request) {
        String given = given(request);
        if (given == null || !MessageDigest.isEqual(bytes(given), key)) {
            throw refusal();
        }
    }

    private static @Nullable String given(HttpServerRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : request.getHeader("X-Api-Key");
    }

    private static ProblemException refusal() {
        return Problem.of(
                        Kind.UNAUTHORIZED,
                        "Send the private key as Authorization: Bearer … or in the header X-Api-Key.")
                .asException();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
