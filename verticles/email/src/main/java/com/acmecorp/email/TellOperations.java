package com.acmecorp.email;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Sends those who operate the system a mail that is about no order. It isn't kept: whoever asks for it asks again when
 * it couldn't be sent, under the same id.
 */
final class TellOperations {

    private final Mailer mailer;
    private final String idDomain;

    /**
     * The way of such mails.
     *
     * @param idDomain behind the @ of Message-IDs
     */
    TellOperations(Mailer mailer, String idDomain) {
        this.mailer = mailer;
        this.idDomain = idDomain;
    }

    /** Takes the fields to, id, subject and text; fails as INVALID where one is missing. */
    Future<JsonObject> handle(Request request) {
        String text = request.text("text");
        RenderedMail words = new RenderedMail(request.text("subject"), text, html(text));
        OutgoingMail mail = new OutgoingMail(
                "<%s@%s>".formatted(request.text("id"), idDomain), mailbox(request), words);
        return mailer.send(mail).map(sent -> JsonObject.of("message", "The mail was sent."));
    }

    private static Mailbox mailbox(Request request) {
        try {
            return Mailbox.parse(request.text("to"));
        } catch (IllegalArgumentException e) {
            throw Problem.ofField(Kind.INVALID, "to", "Mail can't be sent to this address.")
                    .asException();
        }
    }

    private static String html(String text) {
        return "<!doctype html><p>"
                + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</p>";
    }
}
