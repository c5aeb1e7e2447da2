package com.acmecorp.operations.alert;

import java.time.Duration;

/** What people are told about an alert. */
public sealed interface Notice {

    Alert alert();

    /** One line for wherever people read it. */
    default String line() {
        return switch (this) {
            case Raised(Alert alert) ->
                "ALERT " + alert.title() + ". " + alert.breach().sentence();
            case Changed(Alert alert) ->
                "STILL " + alert.title() + ". " + alert.breach().sentence();
            case Resolved(Alert alert, Duration lasted) ->
                "RESOLVED " + alert.title() + ", after " + lasted.toSeconds() + " s.";
        };
    }

    /** It is new. */
    record Raised(Alert alert) implements Notice {}

    /** It names other things than people were told. */
    record Changed(Alert alert) implements Notice {}

    /** It is over. */
    record Resolved(Alert alert, Duration lasted) implements Notice {}
}
