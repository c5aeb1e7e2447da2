package com.acmecorp.operations.alert;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.Instant;

/**
 * A breach that lasts.
 *
 * @param rule its name
 * @param breach as it was last seen
 * @param told as it was when people were last told of it
 */
public record Alert(String rule, Breach breach, Instant raisedAt, Breach told, Instant toldAt) {

    static Alert raised(String rule, Breach breach, Instant now) {
        return new Alert(rule, breach, now, breach, now);
    }

    Alert seen(Breach latest) {
        return new Alert(rule, latest, raisedAt, told, toldAt);
    }

    Alert toldNow(Instant now) {
        return new Alert(rule, breach, raisedAt, breach, now);
    }

    /** The rule, and what it is about where it can be about several things. */
    public String title() {
        return breach.subject().isEmpty() ? rule : rule + ": " + breach.subject();
    }

    /** As the private API shows it. */
    public JsonObject json() {
        return new JsonObject()
                .put("rule", rule)
                .put("subject", breach.subject())
                .put("text", breach.sentence())
                .put("orders", new JsonArray(breach.orders()))
                .put("more", breach.more())
                .put("raisedAtMs", raisedAt.toEpochMilli());
    }
}
