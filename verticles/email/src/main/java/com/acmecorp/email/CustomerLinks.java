package com.acmecorp.email;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;

/**
 * The links in letters. Order and token stand behind the #, which browsers keep to themselves: no
 * server log and no Referer header has them.
 *
 * @param shopUrl where the shop is, without a slash at the end
 */
record CustomerLinks(String shopUrl, LinkTokens tokens) {

    /** The shop's address as people say it. */
    String shopName() {
        return shopUrl.replaceFirst("^https?://", "");
    }

    /** The order's page, with all that its customer may do there. */
    String orderPage(OrderId order) {
        return link("/success", Purpose.TRACK, order) + "&manage="
                + tokens.token(Purpose.MANAGE, order);
    }

    /** Lets the customer choose a delivery time. */
    String delivery(OrderId order) {
        return link("/delivery", Purpose.BOOK_DELIVERY, order);
    }

    private String link(String page, Purpose purpose, OrderId order) {
        return shopUrl + page + "#order=" + order + "&token=" + tokens.token(purpose, order);
    }
}
