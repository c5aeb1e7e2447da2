package com.acmecorp.email;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A mail that the catcher took.
 *
 * @param id 1 for the first since the start
 */
record CaughtMail(
        long id,
        String to,
        String subject,
        Instant receivedAt,
        String text,
        @Nullable String html) {

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
