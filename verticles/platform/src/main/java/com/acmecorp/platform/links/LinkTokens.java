package com.acmecorp.platform.links;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.text.Digits;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalInt;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of the links that customers get. An order's number alone opens nothing; its token is an HMAC of purpose and
 * number, so that it needs no table and one purpose's token doesn't serve another. When an order's links are replaced,
 * its generation rises: tokens name theirs, and only the database knows which is the latest.
 */
public final class LinkTokens {

    /** What a link lets its holder do. */
    public enum Purpose {
        /** See where the order stands; such a link may be forwarded. */
        TRACK,
        BOOK_DELIVERY,
        CANCEL,
        /** Whatever the customer may do; only who ordered has it, and who reads the customer's mails. */
        MANAGE
    }

    /** Characters of a secret at least. */
    public static final int SHORTEST_SECRET = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 16;
    private static final int HMAC_LENGTH = 22;
    private static final int MOST_DIGITS = 9;

    /** Only ever copied: it is looked up and keyed once, and each token takes a copy. */
    private final Mac keyed;

    /**
     * Tokens under that secret.
     *
     * @param secret at least 16 characters; the same on every node
     */
    public LinkTokens(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "the link secret needs at least " + SHORTEST_SECRET + " characters");
        }
        this.keyed = keyed(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** The token of an order's first links. */
    public String token(Purpose purpose, OrderId order) {
        return token(purpose, order, 0);
    }

    /**
     * The token of an order's links.
     *
     * @param generation how often the order's links were replaced
     */
    public String token(Purpose purpose, OrderId order, int generation) {
        return generation == 0
                ? encode(hmac(purpose + ":" + order))
                : encode(hmac(purpose + ":" + order + ":" + generation)) + generation;
    }

    private static String encode(byte[] hmac) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(hmac, TOKEN_BYTES));
    }

    /**
     * Whether we gave out the token for that order and purpose, in whichever generation; takes the same time for each
     * wrong one.
     */
    public boolean opens(Purpose purpose, OrderId order, String token) {
        return generation(purpose, order, token).isPresent();
    }

    /** The generation of a token that we gave out for that order and purpose; empty for any other text. */
    public OptionalInt generation(Purpose purpose, OrderId order, String token) {
        String digits = token.substring(Math.min(HMAC_LENGTH, token.length()));
        int generation = isGeneration(digits) ? Integer.parseInt(digits) : 0;
        boolean ours = MessageDigest.isEqual(
                token(purpose, order, generation).getBytes(StandardCharsets.US_ASCII),
                token.getBytes(StandardCharsets.UTF_8));
        return ours ? OptionalInt.of(generation) : OptionalInt.empty();
    }

    private static boolean isGeneration(String digits) {
        return Digits.areAll(digits, MOST_DIGITS) && !digits.startsWith("0");
    }

    private static Mac keyed(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    private byte[] hmac(String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " of this Java runtime can't be copied", e);
        }
    }
}
