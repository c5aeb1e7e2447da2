package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.OrderFacts;
import com.acmecorp.operations.facts.Trouble;
import com.acmecorp.operations.facts.Trouble.Kind;

import java.util.List;

/** No delivery was given up. */
record DeadLetters() implements Rule<OrderFacts> {

    @Override
    public String name() {
        return "dead letters";
    }

    @Override
    public List<Breach> judge(OrderFacts facts) {
        long dead = facts.backlog().dead();
        List<Kind> kind = List.of(Kind.GIVEN_UP);
        long orders = facts.troubles(kind).stream().mapToLong(Trouble::total).sum();
        return dead == 0
                ? List.of()
                : List.of(Breach.naming(
                        "Deliveries were given up, %s in all"
                                .formatted(facts.backlog().said(dead)),
                        facts.ordersIn(kind),
                        orders));
    }
}
