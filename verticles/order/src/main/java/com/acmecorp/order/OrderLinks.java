package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;

import io.vertx.core.json.JsonObject;

/** What a customer is told of an accepted order: its number, the link of its page, and the token to manage it. */
record OrderLinks(LinkTokens tokens) {

    JsonObject of(OrderId order) {
        return new JsonObject()
                .put("orderId", order.value())
                .put(
                        "trackingUrl",
                        "/success#order=" + order + "&token=" + tokens.token(Purpose.TRACK, order))
                .put("manageToken", tokens.token(Purpose.MANAGE, order));
    }
}
