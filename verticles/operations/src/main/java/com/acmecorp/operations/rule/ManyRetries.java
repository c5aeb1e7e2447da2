package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.OrderFacts;

import java.util.List;

/** Few deliveries need another attempt. So many that nobody counts them further are many, whatever the limit. */
record ManyRetries(int max) implements Rule<OrderFacts> {

    @Override
    public String name() {
        return "many deliveries are tried again";
    }

    @Override
    public List<Breach> judge(OrderFacts facts) {
        long retrying = facts.backlog().retrying();
        return retrying <= Math.min(max, facts.backlog().countedUpTo() - 1)
                ? List.of()
                : List.of(Breach.of(
                        "",
                        "%s deliveries wait for another attempt; the limit is %d"
                                .formatted(facts.backlog().said(retrying), max)));
    }
}
