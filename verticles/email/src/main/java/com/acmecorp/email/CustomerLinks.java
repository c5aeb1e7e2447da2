package com.acmecorp.email;

import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;

/**
 * The links in mails. Order and token stand behind the #, which browsers keep to themselves: no
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
    String orderPage(Addressee to) {
        String manage = tokens.token(Purpose.MANAGE, to.order(), to.linkGeneration());
        return link("/success", Purpose.TRACK, to) + "&manage=" + manage;
    }

    /** Lets the customer choose a delivery time. */
    String delivery(Addressee to) {
        return link("/delivery", Purpose.BOOK_DELIVERY, to);
    }

    private String link(String page, Purpose purpose, Addressee to) {
        String token = tokens.token(purpose, to.order(), to.linkGeneration());
        return shopUrl + page + "#order=" + to.order() + "&token=" + token;
    }
}
