package com.acmecorp.delivery;

import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

/**
 * Who of the staff books a delivery by hand, and why; the database keeps both with the booking.
 *
 * @param reason in the operator's own words
 */
record Operator(String name, String reason) {

    /**
     * Who makes the call.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it doesn't say who, or why
     */
    static Operator of(Request request) {
        return new Operator(request.text("operator"), request.text("reason"));
    }

    /** The schema's Operator. */
    JsonObject json() {
        return JsonObject.of("operator", name, "reason", reason);
    }
}
