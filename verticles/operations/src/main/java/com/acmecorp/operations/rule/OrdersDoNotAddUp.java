package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.Conservation;
import com.acmecorp.operations.facts.OrderFacts;

import java.util.List;

/** Accepted orders are in flight, booked, cancelled or dead, or at least known to be lost. */
record OrdersDoNotAddUp() implements Rule<OrderFacts> {

    @Override
    public String name() {
        return "orders don't add up";
    }

    @Override
    public List<Breach> judge(OrderFacts facts) {
        Conservation figures = facts.conservation();
        return figures.difference() == 0
                ? List.of()
                : List.of(Breach.counting(
                        "The journal accepted %d more orders than there are in flight, booked, cancelled, dead and lost: %s"
                                .formatted(figures.difference(), figures),
                        figures.difference()));
    }
}
