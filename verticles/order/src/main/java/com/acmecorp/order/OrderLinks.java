package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;

import io.vertx.core.json.JsonObject;

/** What a customer is told of an accepted order: its number, the link of its page, and the token to manage it. */
record OrderLinks(LinkTokens tokens) {

    private static final String PAGE = "/success#order=";

    JsonObject of(OrderId order) {
        return new JsonObject()
                .put("orderId", order.value())
                .put("trackingUrl", PAGE + order + "&token=" + tokens.token(Purpose.TRACK, order))
                .put("manageToken", tokens.token(Purpose.MANAGE, order));
    }

    /**
     * What is told to who asks again, under the order's idempotency key. Once an operator has replaced the links, that
     * key gives none any more: whoever made that necessary may know it, too. The new ones are in the customer's mail.
     *
     * @param generation how often the links were replaced
     */
    JsonObject again(OrderId order, int generation) {
        return generation == 0
                ? of(order)
                : new JsonObject()
                        .put("orderId", order.value())
                        .put("trackingUrl", PAGE + order)
                        .put("manageToken", "")
                        .put("linksRenewed", true);
    }
}
