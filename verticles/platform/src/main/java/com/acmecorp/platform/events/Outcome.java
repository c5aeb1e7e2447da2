package com.acmecorp.platform.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * What became of one event at one target.
 *
 * @param error null when it was acknowledged, else why not, for operators
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(Verdict verdict, @Nullable String error) {

    /** What an attempt tells of the next one. */
    public enum Verdict {
        /** The target has the event. */
        ACKNOWLEDGED,
        /** It didn't work this time; after a number of attempts a person must look. */
        FAILED,
        /** No attempt can succeed. */
        REFUSED,
        /** The target never saw it, which says nothing about the event: tried for as long as it takes. */
        UNREACHABLE,
        /** Nobody listens for the target, wherever it should run: tried for as long as it takes, and people are told. */
        NO_SUBSCRIBER
    }

    private static final Outcome ACKNOWLEDGED = new Outcome(Verdict.ACKNOWLEDGED, null);

    public static Outcome acknowledged() {
        return ACKNOWLEDGED;
    }

    public static Outcome failed(String error, boolean worthRetrying) {
        return new Outcome(worthRetrying ? Verdict.FAILED : Verdict.REFUSED, error);
    }

    public static Outcome unreachable(String error) {
        return new Outcome(Verdict.UNREACHABLE, error);
    }

    public static Outcome noSubscriber(String error) {
        return new Outcome(Verdict.NO_SUBSCRIBER, error);
    }

    @JsonIgnore
    public boolean isAcknowledged() {
        return verdict == Verdict.ACKNOWLEDGED;
    }

    /** Whether the target saw the event, so that the attempt counts. */
    public boolean reachedItsTarget() {
        return verdict != Verdict.UNREACHABLE && verdict != Verdict.NO_SUBSCRIBER;
    }

    /** Whether it waits for a subscriber rather than for a better moment. */
    public boolean lacksSubscriber() {
        return verdict == Verdict.NO_SUBSCRIBER;
    }

    /** Whether a later attempt may succeed. */
    public boolean worthRetrying() {
        return verdict == Verdict.FAILED || !reachedItsTarget();
    }

    /** Whether the event is given up for this target, of which so many attempts were made and so many are allowed. */
    public boolean givesUp(int attempts, int maxAttempts) {
        return switch (verdict) {
            case ACKNOWLEDGED, UNREACHABLE, NO_SUBSCRIBER -> false;
            case FAILED -> attempts >= maxAttempts;
            case REFUSED -> true;
        };
    }
}
