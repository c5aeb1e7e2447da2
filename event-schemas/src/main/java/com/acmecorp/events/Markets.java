package com.acmecorp.events;

import com.fasterxml.jackson.core.type.TypeReference;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /** The languages of the markets, two letters each: those that a customer may choose from, wherever the order goes. */
    public NavigableSet<String> languages() {
        return all.stream()
                .map(market -> market.locale().getLanguage())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The market for wording and time zone; an order of a market that has since closed reads as the first one's. */
    public Market orFirst(String code) {
        return find(code).orElse(all.getFirst());
    }
}
