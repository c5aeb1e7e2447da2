package com.acmecorp.platform.party;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What a third party answered to a call that it did not refuse.
 *
 * @param party as sentences call it
 * @param status 200 to 299
 * @param body empty where the answer has none
 */
public record PartyAnswer(String party, int status, JsonObject body) {

    /**
     * A text that the answer must have.
     *
     * @throws ProblemException when it doesn't
     */
    public String text(String field) {
        if (body.getValue(field) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw notUnderstood("a text called " + field);
    }

    /**
     * A whole number from 0 on that the answer must have.
     *
     * @throws ProblemException when it doesn't
     */
    public long number(String field) {
        Object value = body.getValue(field);
        if ((value instanceof Integer || value instanceof Long) && body.getLong(field) >= 0) {
            return body.getLong(field);
        }
        throw notUnderstood("a number called " + field);
    }

    /**
     * A list that the answer must have.
     *
     * @throws ProblemException when it doesn't
     */
    public JsonArray list(String field) {
        if (body.getValue(field) instanceof JsonArray list) {
            return list;
        }
        throw notUnderstood("a list called " + field);
    }

    /**
     * The failure of an answer that means nothing to us. What was asked for may have been done, so it is worth asking
     * again, which a party must answer in the same way.
     *
     * @param expected what there should have been instead
     */
    public ProblemException notUnderstood(String expected) {
        return notUnderstood(party, expected);
    }

    static ProblemException notUnderstood(String party, String expected) {
        return Problem.of(
                        Kind.UNAVAILABLE,
                        Sentences.begin(party)
                                + " gave an answer that we don't understand: expected was "
                                + expected + ".")
                .asException();
    }
}
