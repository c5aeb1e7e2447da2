package com.acmecorp.platform.database;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A GraphQL request as it travels, in the names of the GraphQL-over-HTTP specification.
 *
 * @param variables plain maps, lists and values; Vert.x's JSON objects, which GraphQL and Jackson don't know, are
 *     unwrapped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GraphQlRequest(
        String query,
        Map<String, Object> variables,
        @Nullable String operationName) {

    public GraphQlRequest {
        // Jackson gives null where the JSON has no variables.
        variables = variables == null ? Map.of() : plain(variables);
    }

    static GraphQlRequest of(Operation operation, JsonObject variables) {
        return new GraphQlRequest(operation.document(), variables.getMap(), null);
    }

    private static Map<String, Object> plain(Map<?, ?> values) {
        Map<String, Object> plain = LinkedHashMap.newLinkedHashMap(values.size());
        values.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return plain;
    }

    private static List<Object> plain(List<?> values) {
        List<Object> plain = new ArrayList<>(values.size());
        values.forEach(value -> plain.add(plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case JsonObject object -> plain(object.getMap());
            case Map<?, ?> map -> plain(map);
            case JsonArray array -> plain(array.getList());
            case List<?> list -> plain(list);
            case null, default -> value;
        };
    }
}
