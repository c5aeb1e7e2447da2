package com.acmecorp.order;

import com.acmecorp.events.Markets;
import com.acmecorp.events.UsdCents;
import com.acmecorp.order.Settlement.Invoice;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import java.util.NavigableSet;

/** Which orders ACME takes. */
final class OrderPolicy {

    private final Catalogue catalogue;
    private final Segments segments;
    private final boolean acceptTestOrders;

    OrderPolicy(Catalogue catalogue, Segments segments, boolean acceptTestOrders) {
        this.catalogue = catalogue;
        this.segments = segments;
        this.acceptTestOrders = acceptTestOrders;
    }

    /**
     * The segment that an order belongs to, after all that can be wrong with the order was checked.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when ACME doesn't take it
     */
    Segment check(OrderRequest order) {
        Segment segment = segments.require(order.customerType(), order.market());
        checkLanguage(order);
        if (segment.settlement() instanceof Invoice) {
            checkOrgNumber(order);
        }
        if (order.isTest()) {
            checkTestAllowed();
        } else {
            checkPrice(order);
        }
        return segment;
    }

    private static void checkLanguage(OrderRequest order) {
        NavigableSet<String> known = Markets.acme().languages();
        if (order.language() != null && !known.contains(order.language())) {
            throw refusal(
                    "language",
                    "We don't write %s yet; we do write %s."
                            .formatted(order.language(), String.join(", ", known)));
        }
    }

    private void checkOrgNumber(OrderRequest order) {
        if (order.orgNumber() == null) {
            throw refusal(
                    "orgNumber", "A business needs an organization number of 6 to 20 digits.");
        }
    }

    private void checkTestAllowed() {
        if (!acceptTestOrders) {
            throw refusal("testId", "Test orders aren't accepted here; leave testId out.");
        }
    }

    private void checkPrice(OrderRequest order) {
        UsdCents price = catalogue.price(order.basket());
        if (!price.equals(order.totalPrice())) {
            throw refusal(
                    "totalPrice",
                    "The total of these products is %d US cents (%s), not %d; please check the basket."
                            .formatted(price.value(), price, order.totalPrice().value()));
        }
    }

    private static RuntimeException refusal(String field, String detail) {
        return Problem.ofField(Kind.INVALID, field, detail).asException();
    }
}
