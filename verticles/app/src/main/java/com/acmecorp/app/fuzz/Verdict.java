package com.acmecorp.app.fuzz;

import java.util.List;
import java.util.Optional;

/** What is wrong with an answer, whatever the request was. */
final class Verdict {

    private static final int SLOW_MS = 10_000;
    private static final int LARGEST_REFUSAL = 32_768;
    private static final int CLIENT_FAULT = 400;
    private static final int SERVER_FAULT = 500;
    private static final int UNAVAILABLE = 503;
    private static final int UNKNOWN_VERSION = 505;

    /** Says by its status how the system is. */
    private static final String HEALTH = "GET /health";

    private static final List<String> INSIDES =
            List.of("Exception:", "com.acmecorp", "java.lang", "io.vertx", "\tat ");

    private Verdict() {}

    /** A sentence about it; empty where nothing is wrong. */
    static Optional<String> on(RawRequest request, RawAnswer answer) {
        return fault(request, answer).map(fault -> "%s: %s".formatted(request, fault));
    }

    private static Optional<String> fault(RawRequest request, RawAnswer answer) {
        int status = answer.status();
        if (status == 0) {
            return Optional.of("no answer, " + answer.ending());
        }
        if (isFailure(answer) && !(status == UNAVAILABLE && request.call().startsWith(HEALTH))) {
            return Optional.of("answered " + status);
        }
        if (answer.millis() > SLOW_MS) {
            return Optional.of("took %d ms".formatted(answer.millis()));
        }
        return status < CLIENT_FAULT ? Optional.empty() : faultOfRefusal(answer);
    }

    /**
     * Being asked to come back later is meant; a version that isn't spoken has its number among
     * failures.
     */
    private static boolean isFailure(RawAnswer answer) {
        return switch (answer.status()) {
            case UNAVAILABLE -> !answer.hasHeader("Retry-After:");
            case UNKNOWN_VERSION -> false;
            default -> answer.status() >= SERVER_FAULT;
        };
    }

    private static Optional<String> faultOfRefusal(RawAnswer answer) {
        if (answer.text().length() > LARGEST_REFUSAL) {
            return Optional.of(
                    "a refusal of %d characters".formatted(answer.text().length()));
        }
        if (!answer.hasHeader("content-type: application/")) {
            return Optional.of("a refusal that is no problem+json");
        }
        return INSIDES.stream().anyMatch(answer.body()::contains)
                ? Optional.of("a refusal with an exception's text")
                : Optional.empty();
    }
}
