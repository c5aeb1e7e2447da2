package com.acmecorp.web.openapi;

import com.acmecorp.platform.text.TextForm;
import com.google.re2j.Pattern;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a JSON schema into rules, once, so that a request costs no interpreting of it:
 * vertx-openapi takes 96 µs for an order and a hop to a worker thread, and has no word for a
 * person. It knows the keywords that our documents use; any other is refused, lest a promise be
 * overlooked. {@code x-expected} says in a person's words what a pattern means; {@code x-text} names
 * the form of a text that people type, which is normalised before it is judged. Patterns run in
 * linear time and without recursion, whatever they are tried on: RE2 has no backtracking.
 */
final class Schema {

    private static final Set<String> ONLY_WORDS = Set.of("title", "description", "x-expected");

    /** So that what a schema says itself is told first. */
    private static final Comparator<String> REFERENCE_LAST = Comparator.comparing("$ref"::equals);

    private static final int LONGEST_WITHOUT_LIMIT = 100;

    private final Node node;
    private final List<Rule> rules = new ArrayList<>();

    private Schema(Node node) {
        this.node = node;
    }

    static Rule compile(Node node) {
        Schema schema = new Schema(node);
        node.values().keySet().stream().sorted(REFERENCE_LAST).forEach(schema::compile);
        List<Rule> rules = List.copyOf(schema.rules);
        return rules.size() == 1
                ? rules.getFirst()
                : (path, value, faults) -> rules.forEach(rule -> rule.check(path, value, faults));
    }

    private void compile(String keyword) {
        switch (keyword) {
            case "$ref" -> rules.add(compile(node.referred(node.text(keyword))));
            case "type" -> rules.add(new Rules.Type(types(), expected()));
            case "enum" -> rules.add(new Rules.Choice(List.copyOf((List<?>) value(keyword))));
            case "pattern" ->
                rules.add(
                        new Rules.Form(Pattern.compile(node.text(keyword)), longest(), expected()));
            case "x-text" ->
                rules.add(new Rules.Typed(
                        TextForm.named(node.text(keyword)), integer("maxLength"), mayBeEmpty()));
            case "minLength" -> length(integer(keyword), Integer.MAX_VALUE);
            case "maxLength" -> length(0, integer(keyword));
            case "minimum" -> rules.add(new Rules.Range(bound(keyword), Optional.empty()));
            case "maximum" -> rules.add(new Rules.Range(Optional.empty(), bound(keyword)));
            case "required" -> rules.add(new Rules.Required(names(keyword)));
            case "properties" -> rules.add(properties());
            case "if" -> rules.add(new Rules.Branch(part(keyword), find("then"), find("else")));
            case "then", "else" -> require("if", keyword);
            case "additionalProperties" -> require("properties", keyword);
            default -> requireOnlyWords(keyword);
        }
    }

    /** The length of what people type is judged with its form, after it was normalised. */
    private void length(int least, int most) {
        if (!node.values().containsKey("x-text")) {
            rules.add(new Rules.Length(least, most));
        }
    }

    /** Where a text may be left out, forms send an empty one for that. */
    private boolean mayBeEmpty() {
        return Integer.valueOf(0).equals(node.values().get("minLength"));
    }

    /** No pattern is tried on a text that is too long anyway. */
    private int longest() {
        return node.values().containsKey("maxLength")
                ? integer("maxLength")
                : LONGEST_WITHOUT_LIMIT;
    }

    private Rule properties() {
        Map<String, Rule> rulesByName = node.child("properties")
                .children()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, child -> compile(child.getValue())));
        return new Rules.Properties(
                rulesByName, Boolean.FALSE.equals(node.values().get("additionalProperties")));
    }

    private List<JsonType> types() {
        return value("type") instanceof List<?> several
                ? several.stream().map(JsonType::named).toList()
                : List.of(JsonType.named(value("type")));
    }

    private Optional<String> expected() {
        return Optional.ofNullable(node.values().get("x-expected")).map(Object::toString);
    }

    private Rule part(String keyword) {
        return compile(node.child(keyword));
    }

    private Optional<Rule> find(String keyword) {
        return node.find(keyword).map(Schema::compile);
    }

    private Object value(String keyword) {
        return Optional.ofNullable(node.values().get(keyword)).orElseThrow();
    }

    private int integer(String keyword) {
        return (Integer) value(keyword);
    }

    private Optional<BigInteger> bound(String keyword) {
        return Optional.of(new BigInteger(node.text(keyword)));
    }

    private List<String> names(String keyword) {
        return ((List<?>) value(keyword)).stream().map(Object::toString).toList();
    }

    private void require(String other, String keyword) {
        if (!node.values().containsKey(other)) {
            throw new IllegalStateException(
                    keyword + " means nothing without " + other + ": " + node);
        }
    }

    private void requireOnlyWords(String keyword) {
        if (!ONLY_WORDS.contains(keyword)) {
            throw new IllegalStateException(
                    "the schema keyword " + keyword + " isn't understood: " + node);
        }
    }
}
