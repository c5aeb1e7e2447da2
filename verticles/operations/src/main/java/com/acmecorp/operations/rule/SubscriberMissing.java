package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.Backlog.Missing;
import com.acmecorp.operations.facts.OrderFacts;

import java.util.List;

/** Whoever events are for runs somewhere; one that is only starting is looked for again within some seconds. */
record SubscriberMissing() implements Rule<OrderFacts> {

    private static final long MAX_MS = 10_000;

    @Override
    public String name() {
        return "a subscriber is missing";
    }

    @Override
    public List<Breach> judge(OrderFacts facts) {
        return facts.backlog().missing().stream()
                .filter(missing -> missing.waitingMs() > MAX_MS)
                .map(missing -> breach(missing, facts.backlog().said(missing.events())))
                .toList();
    }

    private static Breach breach(Missing missing, String events) {
        return Breach.of(
                missing.subscriber(),
                "%s events wait for %s, which runs nowhere; start the context %s"
                        .formatted(events, missing.subscriber(), missing.context()));
    }
}
