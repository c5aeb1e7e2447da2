package com.acmecorp.database.write;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Who of the staff does something to an order by hand, and why.
 *
 * @param name at most 100 characters
 * @param reason at most 500 characters
 */
public record Operator(String name, String reason) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    /**
     * Somebody, with a reason.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when either isn't said
     */
    public Operator {
        require("operator", name, LONGEST_NAME);
        require("reason", reason, LONGEST_REASON);
    }

    private static void require(String field, String text, int most) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > most) {
            throw Problem.ofField(
                            Kind.INVALID,
                            field,
                            "%s is needed, with at most %d characters.".formatted(field, most))
                    .asException();
        }
    }
}
