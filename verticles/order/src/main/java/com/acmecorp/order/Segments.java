package com.acmecorp.order;

import com.acmecorp.events.Markets;
import com.acmecorp.order.Settlement.Invoice;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The segments that ACME serves. A further one is a row here (and in {@code markets.json}, if its market is new). */
record Segments(List<Segment> all) {

    Segments {
        all = List.copyOf(all);
    }

    static Segments acme(Markets markets) {
        return new Segments(List.of(
                segment(markets, "B2B", "US", new Invoice()),
                segment(markets, "B2C", "US", new PayUpfront("Blank of America")),
                segment(markets, "B2C", "MX", new PayUpfront("El Banco Blanco"))));
    }

    /**
     * The segment of that customer type and market.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when ACME doesn't serve it
     */
    Segment require(String customerType, String market) {
        return all.stream()
                .filter(segment -> segment.is(customerType, market))
                .findFirst()
                .orElseThrow(() -> Problem.ofField(
                                Kind.INVALID,
                                knows(customerType) ? "market" : "customerType",
                                "We don't sell to %s in %s yet; we do to %s."
                                        .formatted(customerType, market, listed()))
                        .asException());
    }

    private boolean knows(String customerType) {
        return all.stream().anyMatch(segment -> segment.customerType().equals(customerType));
    }

    /** A market that isn't served any more has its row still, for the orders of before. */
    boolean isServed(String market) {
        return customerTypesIn(market).findAny().isPresent();
    }

    Stream<String> customerTypesIn(String market) {
        return all.stream()
                .filter(segment -> segment.market().market().equals(market))
                .map(Segment::customerType)
                .distinct();
    }

    Stream<String> paymentProviders() {
        return upfront().map(PayUpfront::provider).distinct();
    }

    /** Where test orders are paid. */
    Stream<String> sandboxes() {
        return upfront().map(PayUpfront::sandbox).distinct();
    }

    private Stream<PayUpfront> upfront() {
        return all.stream()
                .map(Segment::settlement)
                .filter(PayUpfront.class::isInstance)
                .map(PayUpfront.class::cast);
    }

    private String listed() {
        return all.stream().map(Segment::toString).collect(Collectors.joining(", "));
    }

    private static Segment segment(
            Markets markets, String customerType, String market, Settlement settlement) {
        return new Segment(customerType, markets.find(market).orElseThrow(), settlement);
    }
}
