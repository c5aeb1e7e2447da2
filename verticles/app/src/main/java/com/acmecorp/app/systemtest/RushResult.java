package com.acmecorp.app.systemtest;

import java.util.SortedMap;

/**
 * What a rush came to.
 *
 * @param goodput orders that reached DELIVERY_BOOKED in a second, while the rush lasted
 * @param acceptedMs from the sending of a request that was accepted to its answer
 * @param refused requests that were told to come later
 * @param failures other answers, by their words
 * @param missing orders that were acknowledged, and weren't DELIVERY_BOOKED in time
 * @param heapMb what the system's heap held after the rush
 */
record RushResult(
        int connections,
        double goodput,
        Percentiles acceptedMs,
        long accepted,
        long refused,
        SortedMap<String, Integer> failures,
        long missing,
        long heapMb) {

    boolean isGood() {
        return missing == 0 && accepted > 0;
    }

    @Override
    public String toString() {
        return "%,6d connections: %,6.0f complete/s · %,d accepted (%s) · %,d refused · heap %,d MB%s%s"
                .formatted(
                        connections,
                        goodput,
                        accepted,
                        acceptedMs,
                        refused,
                        heapMb,
                        failures.isEmpty() ? "" : " · other answers " + failures,
                        missing == 0 ? "" : " · MISSING %,d".formatted(missing));
    }
}
