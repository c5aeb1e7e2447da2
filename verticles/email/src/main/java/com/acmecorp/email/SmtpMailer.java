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

/** Sends mails over SMTP. */
final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    /** No such mailbox, moved, name not allowed: replies that no further attempt changes. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

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

    /** The reply may name the address, so that only its code is logged. */
    private static ProblemException problem(Throwable failure) {
        if (failure instanceof SMTPException refusal) {
            LOG.warn("the mail server refused a mail with code {}", refusal.getReplyCode());
            if (NO_SUCH_MAILBOX.contains(refusal.getReplyCode())) {
                return Problem.ofField(
                                Kind.INVALID, "email", "The mail server knows no such mailbox.")
                        .asException();
            }
        } else {
            LOG.warn("a mail couldn't be sent: {}", failure.toString());
        }
        return Problem.of(Kind.UNAVAILABLE, "The mail server can't take the mail now.")
                .asException();
    }
}
