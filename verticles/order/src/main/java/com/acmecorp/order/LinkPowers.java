package com.acmecorp.order;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;

import java.util.OptionalInt;

/**
 * What the links that somebody shows let them do with an order besides looking at it. The link to look at it may have
 * been forwarded, so it alone lets them do nothing.
 *
 * @param generation of the links
 * @param books whether they may choose a delivery time
 * @param manages whether they may do all that the customer may
 */
record LinkPowers(int generation, boolean books, boolean manages) {

    /**
     * Reads a request's {@code token}, and its {@code manageToken} where it has one. The refusal doesn't tell whether
     * the order exists.
     *
     * @throws ProblemException when the token is none of the order's
     */
    static LinkPowers of(Request request, LinkTokens links) {
        OrderId order = request.orderId();
        String token = request.text("token");
        OptionalInt tracks = links.generation(Purpose.TRACK, order, token);
        OptionalInt books = links.generation(Purpose.BOOK_DELIVERY, order, token);
        int generation = tracks.orElseGet(() -> books.orElseThrow(
                () -> refusal("Please use the link from your order's page or e-mail.")));
        OptionalInt manages = links.generation(Purpose.MANAGE, order, manageToken(request));
        boolean manage = manages.isPresent() && manages.getAsInt() == generation;
        return new LinkPowers(generation, books.isPresent() || manage, manage);
    }

    /** A wrong one opens no more than none, so that an old one in a browser harms nobody. */
    private static String manageToken(Request request) {
        return request.detail().getValue("manageToken") instanceof String text ? text : "";
    }

    /**
     * Refuses links that were replaced. Whoever has one had the order's links from us, so the answer may say so.
     *
     * @param latest the generation that is good
     * @throws ProblemException when theirs is another
     */
    void requireGeneration(int latest) {
        if (generation != latest) {
            throw refusal(
                    "This link was replaced by a newer one; please use that from your latest e-mail.");
        }
    }

    private static ProblemException refusal(String detail) {
        return Problem.of(Kind.FORBIDDEN, detail).asException();
    }
}
