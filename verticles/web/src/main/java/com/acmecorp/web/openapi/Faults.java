package com.acmecorp.web.openapi;

import com.acmecorp.platform.problem.Problem.FieldError;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a request: the first thing for each field, and not endlessly many fields. */
public final class Faults {

    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 100;

    private final Map<String, String> byField = new LinkedHashMap<>();

    /**
     * Notes a fault.
     *
     * @param path the field's path with dots; empty for the body itself
     * @param what the end of a sentence that begins with the field
     */
    void add(String path, String what) {
        if (byField.size() < MOST_FIELDS) {
            String field = path.isEmpty() ? "body" : Excerpt.of(path, LONGEST_FIELD);
            byField.putIfAbsent(field, field + " " + what + ".");
        }
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>(byField.size());
        byField.forEach((field, sentence) -> errors.add(new FieldError(field, sentence)));
        return errors;
    }
}
