package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.Catalogue.Segment;
import com.acmecorp.app.systemtest.TestRecords.Audit;
import com.acmecorp.app.systemtest.TestRecords.TestOrder;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/** A test that was carried out: what was promised, what was found, and the verdict. */
record TestResult(
        long testId,
        List<Segment> segments,
        Purchases purchases,
        List<TestOrder> orders,
        Audit audit,
        Verdict verdict) {

    long booked() {
        return bookedAtMs().count();
    }

    /**
     * From acknowledgement to DELIVERY_BOOKED. The server's own times, from acceptance on, which is a little before the
     * shopper has the answer: an upper bound.
     */
    Percentiles journeyMs() {
        return Percentiles.of(orders.stream()
                .filter(order -> order.deliveryBookedAtMs() != null)
                .mapToLong(order ->
                        Objects.requireNonNull(order.deliveryBookedAtMs()) - order.acceptedAtMs()));
    }

    /**
     * From the first request to the last booking: the client's clock up to the first acknowledgement, plus the server's
     * from the first acceptance, so that the two clocks needn't agree; an upper bound.
     */
    long completeMs() {
        long firstAccepted =
                orders.stream().mapToLong(TestOrder::acceptedAtMs).min().orElse(0);
        return bookedAtMs().max().orElse(firstAccepted)
                - firstAccepted
                + purchases.firstPromiseMs();
    }

    private LongStream bookedAtMs() {
        return orders.stream()
                .map(TestOrder::deliveryBookedAtMs)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue);
    }
}
