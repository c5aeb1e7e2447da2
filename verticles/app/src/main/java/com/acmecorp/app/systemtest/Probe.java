package com.acmecorp.app.systemtest;

import java.time.Duration;

/**
 * What became of one customer's order that was asked for once.
 *
 * @param status of the answer; 0 where none came
 * @param words what was answered, for a person
 */
public record Probe(int status, String words, Duration took) {

    private static final int OK = 200;

    private static final int OVERLOADED = 503;

    static Probe of(Answer answer, Duration took) {
        int status = switch (answer) {
            case Answer.Acknowledged _ -> OK;
            case Answer.TryAgain _ -> OVERLOADED;
            case Answer.Refused refused -> refused.status();
            case Answer.Lost _ -> Shop.NO_ANSWER;
        };
        return new Probe(status, answer.toString(), took);
    }

    public boolean isAcknowledged() {
        return status == OK;
    }

    @Override
    public String toString() {
        return "%s after %d ms".formatted(words, took.toMillis());
    }
}
