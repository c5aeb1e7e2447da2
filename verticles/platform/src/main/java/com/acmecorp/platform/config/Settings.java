package com.acmecorp.platform.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration while the contexts' records read it. Each setting is described where it is read; docs and
 * {@code run --help-settings} tell those words. It gathers everything that is wrong, so that a person mends it in one
 * go; whoever reads it last calls {@link #check()}.
 */
public final class Settings {

    private final Map<String, Object> values = new TreeMap<>();
    private final Set<String> given = new TreeSet<>();
    private final Map<String, String> environment;
    private final Map<String, Setting> known = new LinkedHashMap<>();
    private final Set<String> lookedUp = new TreeSet<>();

    /** A set, because several contexts may read the same setting. */
    private final Set<String> errors = new LinkedHashSet<>();

    /**
     * Settings from layers, a later one over an earlier one, and the environment over all of them.
     *
     * @param layers nested objects; {@code {"http": {"port": 1}}} is the key {@code http.port}
     * @param environment where {@code ACME_HTTP_PORT} sets {@code http.port}
     */
    public Settings(List<JsonObject> layers, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        layers.forEach(layer -> flatten("", layer));
    }

    /** A text; the default may be empty. */
    public String text(String key, String about, String standard) {
        return switch (look(key, about, standard)) {
            case null -> standard;
            case String text -> text;
            case Number number -> number.toString();
            case Object other -> wrong(key, "a text", other, standard);
        };
    }

    /** A whole number within bounds, both included. */
    public int number(String key, String about, int standard, int least, int most) {
        Object value = look(key, about, standard);
        String expected = "a whole number from " + least + " to " + most;
        return switch (value) {
            case null -> standard;
            case Integer number when number >= least && number <= most -> number;
            case String text -> parse(key, text, expected, standard, least, most);
            default -> wrong(key, expected, value, standard);
        };
    }

    public boolean flag(String key, String about, boolean standard) {
        return switch (look(key, about, standard)) {
            case null -> standard;
            case Boolean flag -> flag;
            case String text
            when text.equals("true") || text.equals("false") -> Boolean.parseBoolean(text);
            case Object other -> wrong(key, "true or false", other, standard);
        };
    }

    /** A number from 0 to 1. */
    public double share(String key, String about, double standard) {
        return switch (look(key, about, standard)) {
            case null -> standard;
            case Number share
            when share.doubleValue() >= 0 && share.doubleValue() <= 1 -> share.doubleValue();
            case String text when text.matches("0(\\.\\d+)?|1(\\.0+)?") -> Double.parseDouble(text);
            case Object other -> wrong(key, "a number from 0 to 1", other, standard);
        };
    }

    /** One of a few words. */
    public String choice(String key, String about, String standard, List<String> words) {
        String word = text(key, about, standard);
        return words.contains(word)
                ? word
                : wrong(key, "one of " + String.join(", ", words), word, standard);
    }

    /** Several of a few words, as an array or with commas between. */
    public List<String> choices(
            String key, String about, List<String> standard, List<String> words) {
        List<String> chosen = switch (look(key, about, standard)) {
            case null -> standard;
            case String text -> List.of(text.split("\\s*,\\s*"));
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Object other -> wrong(key, "a list", other, standard);
        };
        return words.containsAll(chosen)
                ? chosen
                : wrong(
                        key,
                        "some of " + String.join(", ", words),
                        String.join(", ", chosen),
                        standard);
    }

    /** Reports an error that only the reader can see, such as two settings that don't go together. */
    public void error(String key, String message) {
        errors.add(key + ": " + message);
    }

    /** What somebody set for a key that another reader describes; empty where that one's default serves. */
    public Optional<String> given(String key) {
        lookedUp.add(key);
        return Optional.ofNullable(value(key)).map(Object::toString);
    }

    /** Every setting that was read so far, in the order in which they were. */
    public List<Setting> known() {
        return List.copyOf(known.values());
    }

    /**
     * Ends the reading.
     *
     * @throws SettingsException with everything that was wrong, keys and variables that nobody asked for included
     */
    public void check() {
        SettingNames names = new SettingNames(names());
        given.forEach(key -> names.faultOfKey(key).ifPresent(errors::add));
        new TreeMap<>(environment)
                .forEach(
                        (name, value) -> names.faultOfVariable(name, value).ifPresent(errors::add));
        if (!errors.isEmpty()) {
            throw new SettingsException(List.copyOf(errors));
        }
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(known.keySet());
        names.addAll(lookedUp);
        return names;
    }

    private int parse(String key, String text, String expected, int standard, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            return number >= least && number <= most
                    ? number
                    : wrong(key, expected, text, standard);
        } catch (NumberFormatException e) {
            return wrong(key, expected, text, standard);
        }
    }

    private <T> T wrong(String key, String expected, Object found, T standard) {
        errors.add("%s: expected %s, found %s".formatted(key, expected, found));
        return standard;
    }

    private @Nullable Object look(String key, String about, Object standard) {
        known.put(key, new Setting(key, about, standard));
        return value(key);
    }

    private @Nullable Object value(String key) {
        String variable = environment.get(SettingNames.variable(key));
        return variable == null ? values.get(key) : variable;
    }

    private void flatten(String prefix, JsonObject layer) {
        for (String name : layer.fieldNames()) {
            Object value = layer.getValue(name);
            String key = prefix + name;
            if (value instanceof JsonObject nested) {
                flatten(key + ".", nested);
            } else {
                given.add(key);
                put(key, value);
            }
        }
    }

    /** A null changes nothing, but its key must be one that there is. */
    private void put(String key, @Nullable Object value) {
        if (value instanceof JsonArray array) {
            values.put(key, array.getList());
        } else if (value != null) {
            values.put(key, value);
        }
    }
}
