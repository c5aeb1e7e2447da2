package com.acmecorp.platform.party;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

/**
 * A call to a third party.
 *
 * @param path below the party's URL, with its leading slash
 * @param order sent as the idempotency key, so that the party does once what it is asked twice
 * @param trace sent as W3C traceparent
 * @param fencingToken of calls for one order, a party that looks at it refuses one that comes after
 *     one with a higher number
 */
public record PartyCall(
        HttpMethod method,
        String path,
        @Nullable OrderId order,
        @Nullable JsonObject body,
        @Nullable TraceParent trace,
        @Nullable Long fencingToken) {

    /** Asks for something and changes nothing. */
    public static PartyCall get(String path) {
        return new PartyCall(HttpMethod.GET, path, null, null, null, null);
    }

    /** Has something done for an order, once however often it is sent. */
    public static PartyCall post(String path, OrderId order) {
        return new PartyCall(HttpMethod.POST, path, order, null, null, null);
    }

    /** Puts something in the place of what an order had. */
    public static PartyCall put(String path, OrderId order) {
        return new PartyCall(HttpMethod.PUT, path, order, null, null, null);
    }

    /** Takes away what an order has. */
    public static PartyCall delete(String path, OrderId order) {
        return new PartyCall(HttpMethod.DELETE, path, order, null, null, null);
    }

    public PartyCall with(JsonObject content) {
        return new PartyCall(method, path, order, content, trace, fencingToken);
    }

    public PartyCall in(TraceParent context) {
        return new PartyCall(method, path, order, body, context, fencingToken);
    }

    public PartyCall fenced(long token) {
        return new PartyCall(method, path, order, body, trace, token);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
