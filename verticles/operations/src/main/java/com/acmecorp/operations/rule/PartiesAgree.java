package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.OrderFacts;
import com.acmecorp.operations.facts.PartyDifferences;
import com.acmecorp.operations.facts.PartyDifferences.Order;

import java.util.List;
import java.util.stream.Collectors;

/** Each third party holds for each order what we hold. */
record PartiesAgree() implements Rule<OrderFacts> {

    /** Orders that are explained; the others are named. */
    private static final int EXPLAINED = 3;

    @Override
    public String name() {
        return "a party disagrees with us";
    }

    @Override
    public List<Breach> judge(OrderFacts facts) {
        return facts.differences().stream().map(PartiesAgree::breach).toList();
    }

    private static Breach breach(PartyDifferences party) {
        List<Order> first = party.orders().stream().limit(EXPLAINED).toList();
        String differ = first.stream().map(Order::sentence).collect(Collectors.joining("; "));
        String advice =
                first.stream().map(Order::advice).distinct().collect(Collectors.joining(" "));
        Breach breach = Breach.naming(
                "%s: %s. %s The orders".formatted(party.party(), differ, advice),
                party.orderIds(),
                party.total());
        return breach.about(party.party());
    }
}
