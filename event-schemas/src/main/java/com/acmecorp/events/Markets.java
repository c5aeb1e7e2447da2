package com.acmecorp.events;

import com.fasterxml.jackson.core.type.TypeReference;

import java.util.List;
import java.util.Optional;

/** The markets that ACME sells in, read from {@code markets.json}. */
public record Markets(List<Market> all) {

    private static final Markets ACME =
            new Markets(EventJson.resource("/markets.json", new TypeReference<>() {}));

    public Markets {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there must be a market to sell in");
        }
    }

    public static Markets acme() {
        return ACME;
    }

    public Optional<Market> find(String code) {
        return all.stream().filter(market -> market.market().equals(code)).findFirst();
    }

    /** The market for wording and time zone; an order of a market that has since closed reads as the first one's. */
    public Market orFirst(String code) {
        return find(code).orElse(all.getFirst());
    }
}
