package com.acmecorp.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A mapping in one of the documents; it knows its file, because references are relative to it. */
record Node(ApiFiles files, String file, Map<String, Object> values) {

    Optional<Node> find(String key) {
        return Optional.ofNullable(values.get(key)).map(this::node);
    }

    Node child(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException(file + ": missing " + key));
    }

    Stream<Map.Entry<String, Node>> children() {
        return values.entrySet().stream()
                .map(child -> Map.entry(child.getKey(), node(child.getValue())));
    }

    List<Node> list(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(this::node).toList()
                : List.of();
    }

    String text(String key) {
        return Objects.requireNonNull(values.get(key), () -> file + ": missing " + key)
                .toString();
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /**
     * What a reference such as {@code #/components/schemas/Name} or {@code other.yaml#/…} means.
     */
    Node referred(String reference) {
        int hash = reference.indexOf('#');
        Node target = files.root(hash == 0 ? file : reference.substring(0, hash));
        for (String key : reference.substring(hash + 2).split("/", -1)) {
            target = target.child(key);
        }
        return target;
    }

    @SuppressWarnings("unchecked") // OpenAPI's keys are texts.
    private Node node(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Node(files, file, (Map<String, Object>) map);
        }
        throw new IllegalStateException(file + ": expected a mapping, found " + value);
    }

    @Override
    public String toString() {
        return values + " in " + file;
    }
}
