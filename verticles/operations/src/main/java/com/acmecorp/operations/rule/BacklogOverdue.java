package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.OrderFacts;

import java.util.List;

/** Each event is dispatched soon after its lease has passed. */
record BacklogOverdue(int maxMs) implements Rule<OrderFacts> {

    @Override
    public String name() {
        return "events are overdue";
    }

    @Override
    public List<Breach> judge(OrderFacts facts) {
        long overdueMs = facts.backlog().overdueMs();
        return overdueMs <= maxMs
                ? List.of()
                : List.of(Breach.of(
                        "",
                        "%s events aren't dispatched, the oldest is overdue by %d s; the limit is %d s"
                                .formatted(
                                        facts.backlog().said(facts.backlog().undispatched()),
                                        overdueMs / 1_000,
                                        maxMs / 1_000)));
    }
}
