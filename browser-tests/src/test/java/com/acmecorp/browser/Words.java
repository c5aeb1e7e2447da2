package com.acmecorp.browser;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the shop says in one language: the names of its buttons and fields, and its sentences. */
record Words(Properties all) {

    static Words in(String language) {
        String file = "words_" + language + ".properties";
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(words);
    }

    String of(String key) {
        return Objects.requireNonNull(all.getProperty(key), () -> "no words for " + key);
    }

    /** The words, with what stands at %s in them. */
    String of(String key, Object... inserted) {
        return of(key).formatted(inserted);
    }

    /** Where the language isn't settled yet; the words must be free of what means something in a pattern. */
    static Pattern inAnyLanguage(String key) {
        return Pattern.compile(Stream.of(Market.values())
                .map(market -> market.words().of(key))
                .collect(Collectors.joining("|")));
    }
}
