package com.acmecorp.simulators;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom the simulators play. */
enum Party {
    PAYMENT,
    STOCKIST,
    BOOKKEEPING,
    DELIVERY;

    static Optional<Party> named(String name) {
        return Stream.of(values())
                .filter(party -> party.lowerCase().equals(name))
                .findFirst();
    }

    /** The name in paths and JSON. */
    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
