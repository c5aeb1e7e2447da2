package com.acmecorp.email;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import java.util.Locale;
import java.util.Optional;

/**
 * Which caught mail somebody asks for.
 *
 * @param address of its recipient, in lower case
 * @param after only the first mail behind the one with this id; empty for the newest of all
 * @param waitMs for a mail that isn't there yet
 */
record MailWish(String address, Optional<Long> after, long waitMs) {

    private static final int LONGEST_WAIT_MS = 30_000;
    private static final int SECOND_MS = 1_000;
    private static final String TO = "to";
    private static final String WAIT = "wait";
    private static final String AFTER = "after";

    /**
     * Reads the query of GET /dev/mail.
     *
     * @throws ProblemException when it makes no sense
     */
    static MailWish of(Request request) {
        JsonObject query = request.body();
        return new MailWish(
                address(request.text(TO)),
                Optional.ofNullable(query.getString(AFTER)).map(id -> number(AFTER, id)),
                waitMs(query.getString(WAIT, "0s")));
    }

    boolean isFor(CaughtMail mail) {
        return mail.addresses().contains(address)
                && after.map(id -> mail.id() > id).orElse(true);
    }

    private static String address(String text) {
        try {
            return new Mailbox("", text).address().toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw invalid(TO, "to must be an address that mail can be sent to.");
        }
    }

    private static long waitMs(String text) {
        long waitMs = text.endsWith("ms")
                ? number(WAIT, text.substring(0, text.length() - 2))
                : number(WAIT, withoutUnit(text)) * SECOND_MS;
        if (waitMs < 0 || waitMs > LONGEST_WAIT_MS) {
            throw invalid(WAIT, "wait must be a time from 0 to 30 s such as 10s or 500ms.");
        }
        return waitMs;
    }

    private static String withoutUnit(String text) {
        return text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    }

    private static long number(String field, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw invalid(field, field + " must have a number that isn't too large.");
        }
    }

    private static ProblemException invalid(String field, String detail) {
        return Problem.ofField(Kind.INVALID, field, detail).asException();
    }
}
