package com.acmecorp.delivery;

import com.acmecorp.platform.database.DatabaseClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Who buys without having paid, and so could take all delivery places for nothing. A buyer is known by its organization's
 * number, and by its mailbox, because numbers are easy to make up.
 *
 * @param most deliveries to come that each may have; 0: any number
 */
record UnpaidBuyers(DatabaseClient database, int most) {

    private static final int KEY_LENGTH = 32;

    /** The schema's UnpaidBuyer; empty where the order is paid, or nobody counts. */
    Future<Optional<JsonObject>> of(DeliveryOrder order) {
        return most == 0 || order.isTest()
                ? Future.succeededFuture(Optional.empty())
                : database.execute(
                                DeliveryOperations.GET_BUYER,
                                JsonObject.of("id", order.id().value()))
                        .map(this::buyer);
    }

    private Optional<JsonObject> buyer(JsonObject answer) {
        return answer.getJsonObject("getPayment") == null
                ? Optional.of(JsonObject.of("keys", keys(answer.getJsonObject("getOrder")))
                        .put("most", most))
                : Optional.empty();
    }

    private static JsonArray keys(JsonObject order) {
        String mailbox = order.getString("customerEmail").toLowerCase(Locale.ROOT);
        String organization = withoutZeros(order.getString("orgNumberText"));
        JsonArray keys = new JsonArray().add(hash("mailbox " + mailbox));
        return organization.isEmpty() ? keys : keys.add(hash("organization " + organization));
    }

    /** With zeros in front, one organization would be many. */
    private static String withoutZeros(@Nullable String digits) {
        int first = 0;
        while (digits != null && first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        return digits == null ? "" : digits.substring(first);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
