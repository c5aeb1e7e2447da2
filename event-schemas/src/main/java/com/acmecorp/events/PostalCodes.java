package com.acmecorp.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What postal codes stand for, by their first characters. The longest of them that fits counts, so
 * that {@code 32456} may stand for something else than {@code 324}.
 *
 * @param <T> what they stand for
 */
final class PostalCodes<T> {

    private final Map<String, T> byStart = new HashMap<>();

    /**
     * Adds what some codes stand for.
     *
     * @param starts as {@code zones.json} has them: {@code 463-464 46366}
     */
    void add(String starts, T meaning) {
        Stream.of(starts.split(" "))
                .flatMap(PostalCodes::expand)
                .filter(start -> byStart.putIfAbsent(start, meaning) != null)
                .findFirst()
                .ifPresent(start -> {
                    throw new IllegalArgumentException(
                            "postal codes that begin with " + start + " stand for two things");
                });
    }

    /** What the code stands for; empty where nobody said. */
    Optional<T> find(String code) {
        return IntStream.iterate(code.length(), length -> length > 0, length -> length - 1)
                .mapToObj(length -> byStart.get(code.substring(0, length)))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static Stream<String> expand(String starts) {
        int hyphen = starts.indexOf('-');
        if (hyphen < 0) {
            return Stream.of(starts);
        }
        String format = "%0" + hyphen + "d";
        int first = Integer.parseInt(starts.substring(0, hyphen));
        int last = Integer.parseInt(starts.substring(hyphen + 1));
        return IntStream.rangeClosed(first, last).mapToObj(format::formatted);
    }
}
