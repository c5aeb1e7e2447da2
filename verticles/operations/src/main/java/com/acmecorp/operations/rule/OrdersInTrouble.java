package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.OrderFacts;
import com.acmecorp.operations.facts.Trouble;

import java.util.List;

/** No order is in trouble of some kinds. */
record OrdersInTrouble(String name, String text, List<Trouble.Kind> kinds)
        implements Rule<OrderFacts> {

    OrdersInTrouble(String name, String text, Trouble.Kind... kinds) {
        this(name, text, List.of(kinds));
    }

    @Override
    public List<Breach> judge(OrderFacts facts) {
        List<Trouble> troubles = facts.troubles(kinds);
        if (troubles.isEmpty()) {
            return List.of();
        }
        long total = troubles.stream().mapToLong(Trouble::total).sum();
        boolean atLeast = troubles.stream().anyMatch(Trouble::atLeast);
        String said = atLeast ? text + ", at least %d of them".formatted(total) : text;
        return List.of(Breach.naming(said, facts.ordersIn(kinds), total));
    }
}
