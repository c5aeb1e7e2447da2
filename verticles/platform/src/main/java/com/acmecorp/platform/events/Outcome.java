package com.acmecorp.platform.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * What became of one event at one target.
 *
 * @param error null when it was acknowledged, else why not, for operators
 * @param worthRetrying whether a later attempt may succeed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(@Nullable String error, boolean worthRetrying) {

    private static final Outcome ACKNOWLEDGED = new Outcome(null, false);

    public static Outcome acknowledged() {
        return ACKNOWLEDGED;
    }

    public static Outcome failed(String error, boolean worthRetrying) {
        return new Outcome(error, worthRetrying);
    }

    @JsonIgnore
    public boolean isAcknowledged() {
        return error == null;
    }
}
