package com.acmecorp.platform.links;

import com.acmecorp.events.OrderId;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of the links that customers get. An order's number alone opens nothing; its token is an HMAC of purpose and
 * number, so that it needs no table and one purpose's token doesn't serve another.
 */
public final class LinkTokens {

    /** What a link lets its holder do. */
    public enum Purpose {
        TRACK,
        BOOK_DELIVERY,
        CANCEL
    }

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 16;

    private final SecretKeySpec key;

    /**
     * Tokens under that secret.
     *
     * @param secret at least 16 characters; the same on every node
     */
    public LinkTokens(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("the link secret needs at least 16 characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String token(Purpose purpose, OrderId order) {
        byte[] hmac = hmac(purpose + ":" + order);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(hmac, TOKEN_BYTES));
    }

    /** Whether the token opens that order for that purpose; takes the same time for each wrong one. */
    public boolean opens(Purpose purpose, OrderId order, String token) {
        return MessageDigest.isEqual(
                token(purpose, order).getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
