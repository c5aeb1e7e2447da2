package com.acmecorp.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An expected failure, in words for the person who must act on it. Leaves the system as RFC 9457 problem+json.
 *
 * @param detail what was wrong and what to do; never an exception's text
 * @param errors the fields at fault, where there are any
 * @param current how things are, where the caller thought otherwise
 */
public record Problem(
        Kind kind,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Current current) {

    /**
     * One field at fault.
     *
     * @param field its name, or its path with dots
     */
    public record FieldError(String field, String detail) {}

    /**
     * How an order is, for a caller who thought otherwise.
     *
     * @param deliveryTime epoch milliseconds; null: no delivery is booked
     */
    public record Current(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String deliveryTime) {}

    /** Kinds of expected failure: the HTTP status and title of each, and whether trying again may help. */
    public enum Kind {
        MALFORMED(400, "The request can't be read", false),
        UNAUTHORIZED(401, "A key is needed", false),
        PAYMENT_DECLINED(402, "The payment was declined", false),
        FORBIDDEN(403, "This link doesn't open the order", false),
        NOT_FOUND(404, "Not found", true),
        METHOD_NOT_ALLOWED(405, "Method not allowed", false),
        NOT_ACCEPTABLE(406, "No such representation", false),
        CONFLICT(409, "Not possible now", false),
        IN_PROGRESS(409, "Already under way", true),
        TOO_SLOW(408, "The request took too long", true),
        TOO_LARGE(413, "The request is too large", false),
        TARGET_TOO_LONG(414, "The address is too long", false),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", false),
        EXPECTATION_FAILED(417, "Expectation failed", false),
        INVALID(422, "The request can't be fulfilled", false),

        /** The idempotency key stands for another request, whose order was accepted. */
        ORDER_EXISTS(422, "There is an order of this key", false),
        TOO_MANY(429, "Too many requests", true),
        HEAD_TOO_LARGE(431, "The headers are too large", false),
        PARTY_REFUSED(502, "Another company refused", false),
        INTERNAL(500, "Something went wrong on our side", true),
        UNKNOWN_VERSION(505, "This version of HTTP isn't understood", false),
        OVERLOADED(503, "Please try again shortly", true),
        UNAVAILABLE(503, "Temporarily not available", true),

        /** Another company can't be reached: it has seen nothing of what was to be asked of it. */
        PARTY_AWAY(503, "Temporarily not available", true),

        /** The database can't be reached, or refuses everything: what was asked for says nothing about it. */
        DATABASE_AWAY(503, "Temporarily not available", true),

        /** The database's disk is full: what was asked for can't be written. */
        NO_ROOM(503, "Temporarily not available", true);

        private final int status;
        private final String title;
        private final boolean worthRetrying;

        Kind(int status, String title, boolean worthRetrying) {
            this.status = status;
            this.title = title;
            this.worthRetrying = worthRetrying;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        /** Whether the same call may succeed later: an event may be early, a party down. */
        public boolean worthRetrying() {
            return worthRetrying;
        }
    }

    public Problem {
        // Jackson gives null where the JSON has no errors, because an empty list isn't written.
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    public Problem(Kind kind, String detail, List<FieldError> errors) {
        this(kind, detail, errors, null);
    }

    public static Problem of(Kind kind, String detail) {
        return new Problem(kind, detail, List.of());
    }

    public static Problem ofField(Kind kind, String field, String detail) {
        return new Problem(kind, detail, List.of(new FieldError(field, detail)));
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
