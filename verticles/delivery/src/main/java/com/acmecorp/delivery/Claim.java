package com.acmecorp.delivery;

import io.vertx.core.json.JsonObject;

/**
 * The right to change what the delivery partner holds for an order; nobody else has it meanwhile.
 *
 * @param order as it was at the moment of the claim
 * @param fence grows with each claim of an order; 0: the order has its booking already
 * @param inherited whether an earlier claim was left open, so that nobody knows what the partner
 *     holds
 */
record Claim(DeliveryOrder order, long fence, boolean inherited) {

    /** Reads a claim of the GraphQL schema. */
    static Claim of(JsonObject claim) {
        return new Claim(
                DeliveryOrder.of(claim.getJsonObject("order")),
                claim.getLong("fence"),
                claim.getBoolean("inherited"));
    }

    boolean isNeeded() {
        return fence > 0;
    }
}
