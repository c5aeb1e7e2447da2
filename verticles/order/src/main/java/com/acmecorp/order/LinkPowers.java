package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;

/**
 * What the links that somebody shows let them do with an order besides looking at it. The link to look at it may have
 * been forwarded, so it alone lets them do nothing.
 *
 * @param books whether they may choose a delivery time
 * @param manages whether they may do all that the customer may
 */
record LinkPowers(boolean books, boolean manages) {

    /**
     * Reads a request's {@code token}, and its {@code manageToken} where it has one. The refusal doesn't tell whether
     * the order exists.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when the token is none of the order's
     */
    static LinkPowers of(Request request, LinkTokens links) {
        OrderId order = request.orderId();
        String token = request.text("token");
        boolean tracks = links.opens(Purpose.TRACK, order, token);
        boolean books = links.opens(Purpose.BOOK_DELIVERY, order, token);
        if (!tracks && !books) {
            throw Problem.of(
                            Kind.FORBIDDEN, "Please use the link from your order's page or e-mail.")
                    .asException();
        }
        boolean manages = links.opens(Purpose.MANAGE, order, manageToken(request));
        return new LinkPowers(books || manages, manages);
    }

    /** A wrong one opens no more than none, so that an old one in a browser harms nobody. */
    private static String manageToken(Request request) {
        return request.detail().getValue("manageToken") instanceof String text ? text : "";
    }
}
