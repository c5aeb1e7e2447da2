package com.acmecorp.simulators;

import io.vertx.core.json.JsonObject;

/** What a party answers. */
record Reply(int status, JsonObject body) {

    static Reply ok(JsonObject body) {
        return new Reply(200, body);
    }

    static Reply problem(int status, String detail) {
        return new Reply(status, JsonObject.of("status", status, "detail", detail));
    }
}
