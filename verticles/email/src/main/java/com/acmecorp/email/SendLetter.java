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
 * Writes a letter, keeps it and sends it, once, and from one process at a time. A letter that was sent and couldn't be
 * marked, because the database takes no writes, is only marked the next time; where the process ends in between, it is sent
 * again under the same Message-ID. A test order's letter is kept and goes nowhere.
 */
final class SendLetter {

    /** What became of a letter. */
    enum Outcome {
        SENT,
        SENT_BEFORE,
        KEPT
    }

    private static final int MOST_UNMARKED = 100_000;

    private final LetterWriter writer;
    private final KeptLetters kept;
    private final Mailer mailer;
    private final String idDomain;
    private final Map<String, Future<Outcome>> sending = new HashMap<>();

    /** Message-IDs; few, because nothing is sent that couldn't be kept and claimed a moment before. */
    private final Set<String> unmarked = new LinkedHashSet<>();

    /**
     * The way of a letter.
     *
     * @param idDomain behind the @ of Message-IDs
     */
    SendLetter(LetterWriter writer, KeptLetters kept, Mailer mailer, String idDomain) {
        this.writer = writer;
        this.kept = kept;
        this.mailer = mailer;
        this.idDomain = idDomain;
    }

    /** Asked for a letter that is just being sent, it waits for that one: a mail server takes seconds. */
    Future<Outcome> send(Letter letter) {
        String id = messageId(letter);
        Future<Outcome> sent = sending.computeIfAbsent(id, first -> keepAndPost(id, letter));
        return sent.onComplete(done -> sending.remove(id, sent));
    }

    private Future<Outcome> keepAndPost(String id, Letter letter) {
        if (unmarked.contains(id)) {
            return mark(id, letter);
        }
        RenderedLetter words = writer.write(letter);
        return kept.keep(letter, words).compose(state -> follow(state, id, letter, words));
    }

    private Future<Outcome> follow(
            KeptLetters.State state, String id, Letter letter, RenderedLetter words) {
        return switch (state) {
            case TO_SEND -> post(id, letter, words);
            case SENT -> Future.succeededFuture(Outcome.SENT_BEFORE);
            case IN_PROGRESS -> Future.failedFuture(inProgress().asException());
            case KEPT -> Future.succeededFuture(Outcome.KEPT);
        };
    }

    /** If that one dies of it, whoever asks again later sends the letter. */
    private static Problem inProgress() {
        return Problem.of(
                Kind.IN_PROGRESS,
                "Another process is sending this mail; please look again in a moment.");
    }

    private Future<Outcome> post(String id, Letter letter, RenderedLetter words) {
        return mailer.send(new OutgoingMail(id, mailbox(letter.to()), words))
                .onSuccess(sent -> note(id))
                .compose(sent -> mark(id, letter));
    }

    private void note(String id) {
        if (unmarked.size() == MOST_UNMARKED) {
            unmarked.remove(unmarked.iterator().next());
        }
        unmarked.add(id);
    }

    private Future<Outcome> mark(String id, Letter letter) {
        return kept.markSent(letter)
                .onSuccess(marked -> unmarked.remove(id))
                .map(marked -> Outcome.SENT);
    }

    /**
     * Where a letter goes.
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

    private String messageId(Letter letter) {
        String revision = letter.revision().isEmpty() ? "" : "." + letter.revision();
        return "<%s.%s%s@%s>".formatted(letter.to().order(), letter.name(), revision, idDomain);
    }
}
