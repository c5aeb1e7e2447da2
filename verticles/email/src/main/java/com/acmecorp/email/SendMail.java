package com.acmecorp.email;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.text.MailText;

import io.vertx.core.Future;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes a mail, keeps it and sends it, once, and from one process at a time. A mail that was sent and couldn't be
 * marked, because the database takes no writes, is only marked the next time; where the process ends in between, it is sent
 * again under the same Message-ID. A test order's mail is kept and goes nowhere.
 */
final class SendMail {

    /** What became of a mail. */
    enum Outcome {
        SENT,
        SENT_BEFORE,
        KEPT
    }

    private static final int MOST_UNMARKED = 100_000;

    private final MailWriter writer;
    private final MailStore kept;
    private final Mailer mailer;
    private final String idDomain;
    private final Map<String, Future<Outcome>> sending = new HashMap<>();

    /** Message-IDs; few, because nothing is sent that couldn't be kept and claimed a moment before. */
    private final Set<String> unmarked = new LinkedHashSet<>();

    /**
     * The way of a mail.
     *
     * @param idDomain behind the @ of Message-IDs
     */
    SendMail(MailWriter writer, MailStore kept, Mailer mailer, String idDomain) {
        this.writer = writer;
        this.kept = kept;
        this.mailer = mailer;
        this.idDomain = idDomain;
    }

    /** Asked for a mail that is just being sent, it waits for that one: a mail server takes seconds. */
    Future<Outcome> send(CustomerMail mail) {
        String id = messageId(mail);
        Future<Outcome> sent = sending.computeIfAbsent(id, first -> keepAndPost(id, mail));
        return sent.onComplete(done -> sending.remove(id, sent));
    }

    private Future<Outcome> keepAndPost(String id, CustomerMail mail) {
        if (unmarked.contains(id)) {
            return mark(id, mail);
        }
        RenderedMail words = writer.write(mail);
        return kept.keep(mail, words).compose(state -> follow(state, id, mail, words));
    }

    private Future<Outcome> follow(
            MailStore.State state, String id, CustomerMail mail, RenderedMail words) {
        return switch (state) {
            case TO_SEND -> post(id, mail, words);
            case SENT -> Future.succeededFuture(Outcome.SENT_BEFORE);
            case IN_PROGRESS -> Future.failedFuture(inProgress().asException());
            case KEPT -> Future.succeededFuture(Outcome.KEPT);
        };
    }

    /** If that one dies of it, whoever asks again later sends the mail. */
    private static Problem inProgress() {
        return Problem.of(
                Kind.IN_PROGRESS,
                "Another process is sending this mail; please look again in a moment.");
    }

    private Future<Outcome> post(String id, CustomerMail mail, RenderedMail words) {
        return mailer.send(new OutgoingMail(id, mailbox(mail.to()), words))
                .onSuccess(sent -> note(id))
                .compose(sent -> mark(id, mail));
    }

    private void note(String id) {
        if (unmarked.size() == MOST_UNMARKED) {
            unmarked.remove(unmarked.iterator().next());
        }
        unmarked.add(id);
    }

    private Future<Outcome> mark(String id, CustomerMail mail) {
        return kept.markSent(mail)
                .onSuccess(marked -> unmarked.remove(id))
                .map(marked -> Outcome.SENT);
    }

    /**
     * Where a mail goes.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when it can't go there
     */
    static Mailbox mailbox(Addressee to) {
        try {
            return new Mailbox(MailText.name(to.name()), to.email());
        } catch (IllegalArgumentException e) {
            throw Problem.ofField(Kind.INVALID, "email", "Mail can't be sent to this address.")
                    .asException();
        }
    }

    private String messageId(CustomerMail mail) {
        String revision = mail.revision().isEmpty() ? "" : "." + mail.revision();
        return "<%s.%s%s@%s>".formatted(mail.to().order(), mail.name(), revision, idDomain);
    }
}
