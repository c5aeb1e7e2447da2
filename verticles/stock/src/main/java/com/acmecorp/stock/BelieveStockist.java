package com.acmecorp.stock;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.signature.BodySignature;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.time.Clock;
import java.util.function.Function;

/**
 * The stockist says over the internet that an order's goods have come. Anybody could say so, and only a call that is
 * signed under the secret that we share is believed. A recorded one fits for some minutes more, and changes nothing then.
 *
 * @param secret empty: nobody is believed
 * @param goodsCame notes it
 */
record BelieveStockist(
        String secret, Function<Request, Future<JsonObject>> goodsCame, Clock clock) {

    /** A request's body carries what was signed: {@code payload}, {@code timestamp} and {@code signature}. */
    Future<JsonObject> handle(Request signed) {
        String payload = signed.body().getString("payload");
        requireSignature(
                signed.body().getString("signature"),
                signed.body().getString("timestamp"),
                payload);
        return goodsCame.apply(
                new Request(new JsonObject(payload), signed.trace(), signed.idempotencyKey()));
    }

    private void requireSignature(String signature, String timestamp, String payload) {
        if (secret.isEmpty()) {
            throw refusal(
                    Kind.NOT_FOUND,
                    "No stockist calls this shop over the internet; its secret isn't set.");
        }
        if (!new BodySignature(secret).fits(signature, timestamp, payload)) {
            throw refusal(
                    Kind.UNAUTHORIZED, "The signature doesn't fit to the body and the timestamp.");
        }
        if (!BodySignature.isFresh(timestamp, clock)) {
            throw refusal(
                    Kind.UNAUTHORIZED,
                    "The timestamp is more than five minutes away from now; sign the call anew.");
        }
    }

    private static ProblemException refusal(Kind kind, String detail) {
        return Problem.of(kind, detail).asException();
    }
}
