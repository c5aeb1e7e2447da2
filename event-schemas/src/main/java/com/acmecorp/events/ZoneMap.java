package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In which zones the states of a market lie, read from {@code zones.json}; a market of one zone has no row there. */
final class ZoneMap {

    private static final Map<String, ZoneMap> ACME =
            EventJson.resource("/zones.json", new TypeReference<List<ZoneMap>>() {}).stream()
                    .collect(Collectors.toUnmodifiableMap(map -> map.market, Function.identity()));

    private final String market;
    private final Map<String, State> byName = new HashMap<>();
    private final PostalCodes<State> byPostalCode = new PostalCodes<>();
    private final NavigableSet<String> zones = new TreeSet<>();

    @JsonCreator
    ZoneMap(@JsonProperty("market") String market, @JsonProperty("states") List<State> states) {
        this.market = market;
        states.forEach(this::add);
    }

    static Optional<ZoneMap> of(String market) {
        return Optional.ofNullable(ACME.get(market));
    }

    private void add(State state) {
        byPostalCode.add(state.postalCodes, state);
        zones.add(state.zone.getId());
        state.parts.forEach(part -> zones.add(part.zone().getId()));
        for (String name : state.names) {
            put(letters(name), state);
            // As ISO 3166-2 writes it: US-OR.
            put(market + letters(name), state);
        }
    }

    private void put(String name, State state) {
        State earlier = byName.putIfAbsent(name, state);
        if (earlier != null && !earlier.equals(state)) {
            throw new IllegalArgumentException("two states of " + market + " are called " + name);
        }
    }

    /**
     * The zone of an address. A postal code counts within the state that is named; where none is that we know, it tells the
     * state, too.
     *
     * @return empty where neither tells it
     */
    Optional<ZoneId> find(@Nullable String state, @Nullable String postalCode) {
        String code = postalCode == null ? "" : letters(postalCode);
        return Optional.ofNullable(state)
                .map(name -> byName.get(letters(name)))
                .or(() -> byPostalCode.find(code))
                .map(found -> found.zone(code));
    }

    /** The names of all zones there are, in the order of the alphabet. */
    NavigableSet<String> zones() {
        return Collections.unmodifiableNavigableSet(zones);
    }

    /** Capital letters and digits alone: "Nuevo León" and "nuevo leon" are the same state, and so are "D.C." and "DC". */
    private static String letters(String text) {
        return Normalizer.normalize(text, Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(ZoneMap::counts)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The okina of Hawaiʻi is a letter, too, and most leave it out. */
    private static boolean counts(int character) {
        return Character.isLetterOrDigit(character)
                && Character.getType(character) != Character.MODIFIER_LETTER;
    }

    /** A state lies in one zone but for some parts of it, which postal codes tell. */
    static final class State {

        private final List<String> names;
        private final ZoneId zone;
        private final String postalCodes;
        private final List<Part> parts;
        private final PostalCodes<ZoneId> elsewhere = new PostalCodes<>();

        @JsonCreator
        State(
                @JsonProperty("names") List<String> names,
                @JsonProperty("zone") ZoneId zone,
                @JsonProperty("postalCodes") String postalCodes,
                @JsonProperty("parts") @Nullable List<Part> parts) {
            this.names = List.copyOf(names);
            this.zone = zone;
            this.postalCodes = postalCodes;
            this.parts = parts == null ? List.of() : List.copyOf(parts);
            this.parts.forEach(part -> elsewhere.add(part.postalCodes(), part.zone()));
        }

        private ZoneId zone(String code) {
            return elsewhere.find(code).orElse(zone);
        }
    }

    /**
     * A part of a state that keeps a time of its own.
     *
     * @param postalCodes their first characters
     */
    record Part(ZoneId zone, String postalCodes) {}
}
