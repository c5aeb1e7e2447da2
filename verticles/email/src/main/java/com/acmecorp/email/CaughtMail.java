package com.acmecorp.email;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * A mail that the catcher took.
 *
 * @param id 1 for the first since the start
 * @param to names and addresses of those it went to, for a person
 * @param addresses of those it went to, without names, in lower case
 */
record CaughtMail(
        long id,
        String to,
        Set<String> addresses,
        String subject,
        Instant receivedAt,
        String text,
        @Nullable String html) {

    CaughtMail {
        addresses = Set.copyOf(addresses);
    }

    JsonObject json() {
        JsonObject json = new JsonObject()
                .put("id", id)
                .put("to", to)
                .put("subject", subject)
                .put("receivedAt", receivedAt.toString())
                .put("text", text);
        return html == null ? json : json.put("html", html);
    }
}
