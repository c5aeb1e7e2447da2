package com.acmecorp.email;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends mails over SMTP. */
final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    /** No such mailbox, moved, name not allowed: replies that no further attempt changes. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

    /** The server is being stopped, or has too much to do. */
    private static final int CLOSING = 421;

    private final MailClient client;
    private final Mailbox from;
    private final int timeoutMs;

    SmtpMailer(Vertx vertx, SmtpConfig server, Mailbox from) {
        this.client = MailClient.create(vertx, server.mailConfig());
        this.from = from;
        this.timeoutMs = server.sendTimeoutMs();
    }

    @Override
    public Future<Void> send(OutgoingMail mail) {
        return client.sendMail(message(mail))
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(problem(failure)))
                .mapEmpty();
    }

    Future<Void> close() {
        return client.close();
    }

    /** The client takes bare addresses for the envelope; the headers with the names are ours. */
    private MailMessage message(OutgoingMail mail) {
        return new MailMessage()
                .setFrom(from.address())
                .setTo(mail.to().address())
                .setSubject(mail.letter().subject())
                .setText(mail.letter().text())
                .setHtml(mail.letter().html())
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .set("From", from.header())
                        .set("To", mail.to().header())
                        .set("Message-ID", mail.messageId()));
    }

    /**
     * The reply may name the address, so that only its code is logged. A server that can't be reached, breaks off or is
     * about to go has said nothing about the mail, which is tried for as long as it takes.
     */
    private static ProblemException problem(Throwable failure) {
        return switch (failure) {
            case SMTPException refusal -> problem(refusal.getReplyCode());
            case TimeoutException silence -> later(Kind.UNAVAILABLE, silence);
            default -> later(Kind.PARTY_AWAY, failure);
        };
    }

    private static ProblemException problem(int code) {
        LOG.warn("the mail server refused a mail with code {}", code);
        if (NO_SUCH_MAILBOX.contains(code)) {
            return Problem.ofField(Kind.INVALID, "email", "The mail server knows no such mailbox.")
                    .asException();
        }
        return later(code == CLOSING ? Kind.PARTY_AWAY : Kind.UNAVAILABLE);
    }

    private static ProblemException later(Kind kind, Throwable failure) {
        LOG.warn("a mail couldn't be sent: {}", failure.toString());
        return later(kind);
    }

    private static ProblemException later(Kind kind) {
        return Problem.of(kind, "The mail server can't take the mail now.").asException();
    }
}
