package com.acmecorp.operations.facts;

import io.vertx.core.json.JsonObject;

import java.util.Collection;
import java.util.List;

/** What the database says about all orders at about one moment. */
public record OrderFacts(
        Backlog backlog,
        Conservation conservation,
        List<Trouble> troubles,
        List<PartyDifferences> differences) {

    public OrderFacts {
        troubles = List.copyOf(troubles);
        differences = List.copyOf(differences);
    }

    static OrderFacts of(JsonObject answer) {
        return new OrderFacts(
                Backlog.of(answer.getJsonObject("getBacklog")),
                Conservation.of(answer.getJsonObject("getConservation")),
                answer.getJsonArray("getTroubles").stream()
                        .map(JsonObject.class::cast)
                        .map(Trouble::of)
                        .toList(),
                answer.getJsonArray("getPartyDifferences").stream()
                        .map(PartyDifferences::of)
                        .toList());
    }

    /** Its troubles of some kinds. */
    public List<Trouble> troubles(Collection<Trouble.Kind> kinds) {
        return troubles.stream()
                .filter(trouble -> kinds.contains(trouble.kind()))
                .toList();
    }

    /** The orders that it names in troubles of some kinds. */
    public List<Long> ordersIn(Collection<Trouble.Kind> kinds) {
        return troubles(kinds).stream()
                .flatMap(trouble -> trouble.orderIds().stream())
                .distinct()
                .toList();
    }
}
