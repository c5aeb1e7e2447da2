package com.acmecorp.order;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The Idempotency-Key of a request, with what tells the request apart from another under the same key. */
final class IdempotencyClaim {

    private static final int LONGEST_KEY = 200;

    private IdempotencyClaim() {}

    /** The claim as the database takes it, or null where the client sent no key. */
    static @Nullable JsonObject of(Request request) {
        return request.idempotencyKey() == null
                ? null
                : new JsonObject()
                        .put("key", key(request))
                        .put("requestHash", hash(request.body()));
    }

    /**
     * The key of a request that makes no sense without one.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when there is none, or something else
     */
    static String key(Request request) {
        String key = request.idempotencyKey();
        if (key == null || !isKey(key)) {
            throw Problem.ofField(
                            Kind.MALFORMED,
                            "Idempotency-Key",
                            "The Idempotency-Key header must be 1 to 200 visible ASCII characters.")
                    .asException();
        }
        return key;
    }

    private static boolean isKey(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_KEY
                && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    /** The order of the body's fields doesn't make another request of it. */
    private static String hash(JsonObject body) {
        String canonical = new JsonObject(new TreeMap<>(body.getMap())).encode();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
