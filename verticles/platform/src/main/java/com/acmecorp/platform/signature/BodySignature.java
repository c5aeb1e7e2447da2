package com.acmecorp.platform.signature;

import com.acmecorp.platform.text.Digits;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a body and of the moment when it was sent: the hexadecimal HMAC-SHA-256 of {@code timestamp.body}
 * under a secret that only sender and receiver know. A call that somebody recorded is of no use a while later.
 */
public final class BodySignature {

    /** Header with the moment when the call is sent, in epoch milliseconds. */
    public static final String TIMESTAMP_HEADER = "Acme-Timestamp";

    /** Header with the signature. */
    public static final String SIGNATURE_HEADER = "Acme-Signature";

    /** Characters of a secret at least. */
    public static final int SHORTEST_SECRET = 16;

    /** Digits of a time in epoch milliseconds. */
    private static final int LONGEST_TIME = 15;

    /** By which the clocks of sender and receiver may differ, the way of the call included. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * Signatures under that secret.
     *
     * @param secret at least {@link #SHORTEST_SECRET} characters
     */
    public BodySignature(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the secret needs at least " + SHORTEST_SECRET + " characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String sign(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hmac = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hmac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** Whether it is the signature of that body; takes the same time for each wrong one. */
    public boolean fits(String signature, String timestamp, String body) {
        return MessageDigest.isEqual(
                sign(timestamp, body).getBytes(StandardCharsets.UTF_8),
                signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a call was sent just now. */
    public static boolean isFresh(String timestamp, Clock clock) {
        if (!Digits.areAll(timestamp, LONGEST_TIME)) {
            return false;
        }
        Instant sent = Instant.ofEpochMilli(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }
}
